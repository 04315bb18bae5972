using System.Collections.Immutable;
using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Resources;

/// <summary>Something that startup projects can be given: a mentor's time, space, funds, technology (H32 §二(三)6 and 8, W62 §二(三)).</summary>
/// <param name="ResourceId">The resource.</param>
/// <param name="Kind">Code of <c>startup.resource_kinds</c>.</param>
/// <param name="Title">What it is, in a line.</param>
/// <param name="Description">What it offers and asks for.</param>
/// <param name="OwnerCode">Unified social credit code of who offers it.</param>
/// <param name="Region">Region in which it is.</param>
/// <param name="Sectors">Codes of the sectors that it is for; empty for all.</param>
/// <param name="Capacity">Projects that it serves at a time.</param>
/// <param name="Until">Last day on which it can be matched.</param>
internal sealed record ResourceFile(
    Guid ResourceId,
    string Kind,
    string Title,
    string Description,
    string OwnerCode,
    RegionCode Region,
    IReadOnlyList<string> Sectors,
    int Capacity,
    DateOnly Until);

/// <summary>A resource and a project that go together.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="LeaderId">Who leads its team.</param>
/// <param name="IsAccepted">Whether the leader took it.</param>
/// <param name="By">Account that proposed it.</param>
/// <param name="Since">Day of the proposal, or of the acceptance.</param>
internal sealed record ResourceMatch(Guid ProjectId, Guid LeaderId, bool IsAccepted, string By, DateOnly Since);

internal abstract record ResourceState
{
    private ResourceState()
    {
    }

    public virtual ResourceFile? FileOrNull => null;

    public sealed record NotOffered : ResourceState;

    /// <param name="File">The resource.</param>
    /// <param name="Matches">Projects that it was proposed to or serves.</param>
    public sealed record Offered(ResourceFile File, ImmutableSortedDictionary<Guid, ResourceMatch> Matches) : ResourceState
    {
        public override ResourceFile FileOrNull => File;

        public int Free => File.Capacity - Matches.Count;
    }

    /// <param name="File">The resource.</param>
    /// <param name="Matches">Projects that it still serves.</param>
    /// <param name="Reason">Why it is offered no more.</param>
    public sealed record Withdrawn(ResourceFile File, ImmutableSortedDictionary<Guid, ResourceMatch> Matches, string Reason) : ResourceState
    {
        public override ResourceFile FileOrNull => File;
    }
}

/// <param name="Actor">Account.</param>
/// <param name="Today">China date.</param>
internal abstract record ResourceCommand(string Actor, DateOnly Today);

internal sealed record OfferResource(ResourceFile File, CategoryList Kinds, string Actor, DateOnly Today) : ResourceCommand(Actor, Today);

/// <param name="ProjectId">The project.</param>
/// <param name="LeaderId">Who leads its team.</param>
/// <param name="Sector">Its sector.</param>
/// <param name="Actor">Account.</param>
/// <param name="Today">China date.</param>
internal sealed record ProposeResource(Guid ProjectId, Guid LeaderId, string Sector, string Actor, DateOnly Today) : ResourceCommand(Actor, Today);

internal sealed record AcceptResource(Guid ProjectId, string Actor, DateOnly Today) : ResourceCommand(Actor, Today);

/// <summary>The leader declines it, or it no longer serves the project.</summary>
internal sealed record EndResource(Guid ProjectId, string? Reason, string Actor, DateOnly Today) : ResourceCommand(Actor, Today);

internal sealed record WithdrawResource(string? Reason, string Actor, DateOnly Today) : ResourceCommand(Actor, Today);

internal abstract record ResourceEvent;

internal sealed record ResourceOffered(ResourceFile File, string OfferedBy, DateOnly OfferedOn) : ResourceEvent;

internal sealed record ResourceProposed(Guid ResourceId, Guid ProjectId, Guid LeaderId, string ProposedBy, DateOnly ProposedOn) : ResourceEvent;

internal sealed record ResourceAccepted(Guid ResourceId, Guid ProjectId, string AcceptedBy, DateOnly AcceptedOn) : ResourceEvent;

internal sealed record ResourceEnded(Guid ResourceId, Guid ProjectId, bool WasAccepted, string Reason, string EndedBy, DateOnly EndedOn) : ResourceEvent;

internal sealed record ResourceWithdrawn(Guid ResourceId, string Reason, string WithdrawnBy, DateOnly WithdrawnOn) : ResourceEvent;
