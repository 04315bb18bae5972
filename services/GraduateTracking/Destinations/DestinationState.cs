using System.ComponentModel;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Destinations;

/// <summary>Where a graduate went (H32 §二(十)24).</summary>
/// <param name="DestinationId">This registration.</param>
/// <param name="PersonId">The graduate.</param>
/// <param name="Region">County that answers for the entry.</param>
/// <param name="Code">Code of <c>person.destinations</c>.</param>
/// <param name="EmployerCode">Unified social credit code of the employer, where the destination names one.</param>
/// <param name="From">China date from which it holds.</param>
/// <param name="RegisteredBy">Account.</param>
/// <param name="RegisteredOn">China date.</param>
internal sealed record DestinationFile(
    Guid DestinationId, Guid PersonId, string Region, string Code, CreditCode? EmployerCode, DateOnly From, string RegisteredBy, DateOnly RegisteredOn);

/// <summary>What a registration was verified by: the employer, or a match with other data.</summary>
/// <param name="Source"><c>employer</c>, or a code of <c>destination.data_sources</c>.</param>
/// <param name="Reference">Number of the record; never personal data.</param>
/// <param name="By">Account.</param>
/// <param name="On">China date.</param>
internal sealed record Verification([property: Description("employer, or a code of destination.data_sources")] string Source, string? Reference, string By, DateOnly On);

/// <summary>On what ground a registration is shared.</summary>
internal enum SharingGround
{
    Consent,
    Law,
}

internal abstract record DestinationState
{
    private DestinationState()
    {
    }

    public sealed record NotRegistered : DestinationState;

    public sealed record Registered(DestinationFile File) : DestinationState;

    public sealed record Verified(DestinationFile File, Verification Verification) : DestinationState;

    public sealed record Disputed(DestinationFile File, string Reason) : DestinationState;
}

internal abstract record DestinationCommand;

/// <param name="File">The registration; a further one replaces what was registered before.</param>
/// <param name="NamesEmployer">Whether its code names an employer.</param>
internal sealed record RegisterDestination(DestinationFile File, bool NamesEmployer) : DestinationCommand;

internal sealed record VerifyDestination(Verification Verification) : DestinationCommand;

internal sealed record DisputeDestination(string Reason, string Actor, DateOnly Today) : DestinationCommand;

/// <param name="ShareId">The sharing.</param>
/// <param name="Recipient">Code of <c>destination.share_recipients</c>.</param>
/// <param name="Ground">Consent of the person, or a law.</param>
/// <param name="Basis">Number of the consent, or the law and its article.</param>
/// <param name="Actor">Account.</param>
/// <param name="Now">Instant, UTC.</param>
internal sealed record ShareDestination(
    Guid ShareId, string Recipient, SharingGround Ground, string Basis, string Actor, DateTimeOffset Now) : DestinationCommand;

/// <summary>Events of <c>destination-{personId}</c>.</summary>
internal abstract record DestinationEvent;

internal sealed record DestinationRegistered(DestinationFile File) : DestinationEvent;

internal sealed record DestinationVerified(DestinationFile File, Verification Verification) : DestinationEvent;

internal sealed record DestinationDisputed(DestinationFile File, string Reason, string DisputedBy, DateOnly DisputedOn) : DestinationEvent;

/// <summary>Audit entry: the registration was given to somebody.</summary>
internal sealed record DestinationShared(
    Guid ShareId, Guid DestinationId, Guid PersonId, string Recipient, SharingGround Ground, string Basis, string SharedBy, DateTimeOffset SharedAt) : DestinationEvent;
