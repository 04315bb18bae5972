using System.Collections.Immutable;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Entrepreneurship.Programmes;

/// <summary>What the selection of a programme is at.</summary>
internal abstract record ProgrammeState
{
    private ProgrammeState()
    {
    }

    internal sealed record Unopened : ProgrammeState;

    /// <summary>Sector of each selected project.</summary>
    internal sealed record Open(string Code, RegionCode Region, ImmutableDictionary<Guid, string> Sectors) : ProgrammeState;

    internal sealed record Closed(string Code, RegionCode Region, ImmutableDictionary<Guid, string> Sectors, DateOnly ClosedOn) : ProgrammeState;
}

/// <summary>Reading what a programme has in whatever it is at.</summary>
internal static class ProgrammeStates
{
    /// <summary>Where the programme's rule holds.</summary>
    /// <exception cref="ApiException">404: the programme was never opened.</exception>
    public static RegionCode Region(this ProgrammeState state) => state switch
    {
        ProgrammeState.Open open => open.Region,
        ProgrammeState.Closed closed => closed.Region,
        _ => throw ApiException.NotFound("programme.not_open", "该项目计划尚未开放。"),
    };

    /// <summary>How many of some projects are in sectors that count towards the share.</summary>
    public static int Counting(this CategoryList sectors, IEnumerable<string> projects) =>
        projects.Count(code => sectors.TryGet(code, out var sector) && sector.Has(CountsTowardsShare));

    private const string CountsTowardsShare = "counts_towards_share";
}
