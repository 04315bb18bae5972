using System.Collections.Immutable;
using System.ComponentModel;

namespace YouthPlatform.GraduateTracking.Pairings;

/// <summary>An official who helps students one by one: a Youth League cadre of a college (G3 §三(三)1), or an officer of a county (H32 §二(九)21).</summary>
/// <param name="CadreId">The cadre.</param>
/// <param name="Account">The account that acts as the cadre.</param>
/// <param name="Programme">Code of <c>pairing.programmes</c>.</param>
/// <param name="Unit">College or office, in Chinese.</param>
/// <param name="Region">Region of the college or office.</param>
internal sealed record CadreFile(Guid CadreId, string Account, string Programme, string Unit, string Region);

/// <summary>A student whom a cadre helps until the student has found work.</summary>
/// <param name="PairingId">The pairing; it stays the same when another cadre takes the student over.</param>
/// <param name="PersonId">The student.</param>
/// <param name="Region">County of the student's entry when the pairing began.</param>
/// <param name="BegunOn">China date.</param>
/// <param name="Recommended">Posts that were recommended, by id.</param>
internal sealed record PairedStudent(Guid PairingId, Guid PersonId, string Region, DateOnly BegunOn, ImmutableDictionary<Guid, FittingJob> Recommended)
{
    public bool Equals(PairedStudent? other) =>
        other is not null && (PairingId, PersonId, Region, BegunOn, Recommended.Count) == (other.PairingId, other.PersonId, other.Region, other.BegunOn, other.Recommended.Count);

    public override int GetHashCode() => PairingId.GetHashCode();
}

/// <summary>A post that fits what the student needs, and why (G3 附件2 §一(一)2).</summary>
/// <param name="Title">Name of the post.</param>
/// <param name="Employer">Name of the firm or organisation.</param>
/// <param name="Region">Where, GB/T 2260.</param>
/// <param name="Reasons">Codes of <c>pairing.fit_reasons</c>.</param>
internal sealed record FittingJob(
    string Title,
    [property: Description("Name of the firm or organisation, never of a person")] string Employer,
    [property: Description("Where, GB/T 2260")] string Region,
    [property: Description("Codes of pairing.fit_reasons")] IReadOnlyList<string> Reasons);

/// <summary>Another cadre acts for one who is away.</summary>
internal sealed record Cover(Guid CadreId, string Account, DateOnly From, DateOnly To)
{
    public bool Holds(DateOnly day) => From <= day && day <= To;
}

internal abstract record CadreState
{
    private CadreState()
    {
    }

    public sealed record NotRegistered : CadreState;

    public sealed record Registered(CadreFile File, ImmutableDictionary<Guid, PairedStudent> Students, Cover? Cover) : CadreState
    {
        /// <summary>The accounts that may act for the cadre on a day: its own, and that of who covers it.</summary>
        public bool MayAct(string account, DateOnly day) => account == File.Account || (Cover is { } cover && cover.Holds(day) && account == cover.Account);
    }
}
