using System.Collections.Immutable;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Subsidies;

internal abstract record SubsidyState
{
    private SubsidyState()
    {
    }

    public sealed record NotFound : SubsidyState;

    /// <summary>Found: to be offered if its checks passed.</summary>
    public sealed record Found(SubsidyFile File, DateOnly? EndedOn) : SubsidyState;

    public sealed record Offered(SubsidyFile File, DateOnly? EndedOn, DateOnly AnswerBy, string OfferedBy) : SubsidyState;

    /// <summary>Accepted or claimed: to be approved by somebody who had no part in it.</summary>
    public sealed record Accepted(SubsidyFile File, DateOnly? EndedOn, ImmutableArray<string> Actors) : SubsidyState;

    public sealed record Declined(SubsidyFile File, string Reason) : SubsidyState;

    public sealed record Approved(SubsidyFile File, DateOnly? EndedOn, ImmutableArray<string> Actors, ImmutableSortedSet<YearMonth> Months) : SubsidyState;

    public sealed record Rejected(SubsidyFile File, string Reason) : SubsidyState;

    public SubsidyFile FileOrThrow => this switch
    {
        Found s => s.File,
        Offered s => s.File,
        Accepted s => s.File,
        Declined s => s.File,
        Approved s => s.File,
        Rejected s => s.File,
        _ => throw new InvalidOperationException("A subsidy that was never found has no file."),
    };

    /// <summary>Day the person's insurance with the firm ended, as far as that is known.</summary>
    public DateOnly? InsuranceEndedOn => this switch
    {
        Found s => s.EndedOn,
        Offered s => s.EndedOn,
        Accepted s => s.EndedOn,
        Approved s => s.EndedOn,
        _ => null,
    };
}
