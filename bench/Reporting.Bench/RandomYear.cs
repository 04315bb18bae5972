using YouthPlatform.Contracts.Entrepreneurship;
using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.Contracts.Internships;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Facts;

namespace YouthPlatform.Reporting.Bench;

/// <summary>
/// Facts of a year in a province for every column of the progress form: three payments a person, firms of some 10 people, one payment in 80 clawed back. They
/// come in the order of their days, from the beginning of the action to the end of November, but one in ten up to 30 days late. The same number gives the
/// same fact.
/// </summary>
/// <param name="regions">Regions on file.</param>
/// <param name="size">Number of facts of the year; those after them are of its last days.</param>
internal sealed class RandomYear(Regions regions, int size)
{
    private const int Days = 196;

    private static readonly DateOnly First = new(2023, 5, 18);

    private static readonly string[] Kinds = ["one_off_hiring", "one_off_expansion", "job_search", "social_insurance", "training", "other"];

    private readonly string[] _counties = [.. regions.CountiesOf(RegionCode.Parse("430000")).Select(region => region.Code.Value)];

    /// <summary>A fact as it is recorded.</summary>
    public FactRecorded Fact(int number) => Event(number).Fact;

    /// <summary>The same as it was published.</summary>
    public object Contract(int number) => Event(number).Contract;

    private (object Contract, FactRecorded Fact) Event(int number)
    {
        var (person, turn) = Math.DivRem(number, 100);
        var region = _counties[person % _counties.Length];
        var day = (int)Math.Min(Days, (long)number * Days / size);
        var on = First.AddDays(Math.Max(0, number % 10 == 3 ? day - (number / 10 % 30) : day));
        var who = Id("person", person * 34 + turn / 3);
        return turn switch
        {
            0 when person % 2 == 0 => Of(number, new SubsidyRecovered(who, who, Id("unit", person), region, "monthly", "2023-08", 1930m, on)),
            < 20 => Of(number, new SubsidyPaid(Id("claim", number), who, who, Id("unit", person), region, "monthly", "2023-08", 1930m, on)),
            < 40 => Of(number, new EntitlementPaid(
                Id("claim", number), Id("claim", number), who, Id("unit", person), region, Kinds[turn % Kinds.Length], "once", 1000m, on)),
            < 50 => Of(number, new JobPostPublished(Id("record", number), region, on, "private_firm", turn)),
            < 60 => Of(number, new JobFairHeld(Id("record", number), region, on, turn % 2 == 0 ? "offline" : "online", "specialised", false, 35, 610, 420, 88)),
            < 65 => Of(number, new CampusEventHeld(Id("record", number), region, on, $"41430105{person % 90:00}", "policy", turn == 60, 200)),
            < 66 => Of(number, new CollegeLinked(Id("record", number), region, on, $"41430105{person % 90:00}", "employment")),
            < 74 => Of(number, new PairingBegun(Id("record", number), who, Id("cadre", person), region, "hardship", true, on)),
            < 80 => Of(number, new LongTermUnemployedHelped(who, region, "camp", on)),
            < 88 => Of(number, new PersonEmployed(Id("person", person * 34 + (turn - 14) / 3), region, "labour_contract", true, on, on)),
            < 92 => Of(number, new RightsCaseConcluded(Id("record", number), region, "wages_unpaid", "upheld", 3, true, on)),
            < 96 => Of(number, new LegalEventHeld(Id("record", number), region, on, "campus", 300)),
            < 99 => Of(number, new GuidanceEventHeld(Id("record", number), region, "talk", 40, on)),
            _ => Of(number, new IncubatorSpaceGranted(Id("incubator", person % 300), region, "free", on)),
        };
    }

    private static Guid Id(string kind, int number) => DerivedId.Create(DerivedId.UrlNamespace, $"{kind}-{number}");

    private static (object Contract, FactRecorded Fact) Of<T>(int number, T contract)
        where T : class => (contract, FactTypes.Of<T>().FactOf(Id("fact", number), number + 1, contract));
}
