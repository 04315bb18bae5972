using System.Collections.Immutable;
using YouthPlatform.Entrepreneurship.Selection;
using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Programmes;

/// <summary>A project of the field.</summary>
internal sealed record Entry(Guid ProjectId, string Sector, Money Amount);

/// <summary>What every stage of a programme knows.</summary>
/// <param name="Call">Programme and year.</param>
/// <param name="Terms">The terms it was opened under.</param>
/// <param name="Entries">The field.</param>
internal sealed record ProgrammeFile(CallKey Call, ProgrammeTerms Terms, ImmutableSortedDictionary<Guid, Entry> Entries);

/// <summary>An objection; resolved when it says whether it was upheld.</summary>
internal sealed record Objection(Guid ObjectionId, Guid ProjectId, string Ground, string Text, string RaisedBy, DateOnly RaisedOn)
{
    public bool? IsUpheld { get; init; }

    public string? Reason { get; init; }
}

/// <summary>What a programme is at.</summary>
internal abstract record ProgrammeState
{
    private ProgrammeState()
    {
    }

    public virtual ProgrammeFile? FileOrNull => null;

    public sealed record Unopened : ProgrammeState;

    public sealed record Open(ProgrammeFile File) : ProgrammeState
    {
        public override ProgrammeFile FileOrNull => File;
    }

    public sealed record ApplicationsOver(ProgrammeFile File) : ProgrammeState
    {
        public override ProgrammeFile FileOrNull => File;
    }

    public sealed record InReview(ProgrammeFile File, string Seed) : ProgrammeState
    {
        public override ProgrammeFile FileOrNull => File;
    }

    public sealed record Ranked(ProgrammeFile File, IReadOnlyList<RankedProject> Ranking, ImmutableSortedSet<Guid> Struck) : ProgrammeState
    {
        public override ProgrammeFile FileOrNull => File;
    }

    public sealed record Proposed(Ranked Before, SelectionResult Result, string ProposedBy) : ProgrammeState
    {
        public override ProgrammeFile FileOrNull => Before.File;
    }

    public sealed record Noticed(Proposed Proposal, DateOnly Until, string PublishedBy, ImmutableList<Objection> Objections) : ProgrammeState
    {
        public override ProgrammeFile FileOrNull => Proposal.Before.File;
    }

    public sealed record Decided(Noticed Notice, IReadOnlyList<AwardedAmount> Awards, DateOnly DecidedOn) : ProgrammeState
    {
        public override ProgrammeFile FileOrNull => Notice.Proposal.Before.File;
    }
}
