using System.Globalization;
using YouthPlatform.Policy;

namespace YouthPlatform.Simulation.Roster;

/// <summary>Why a person comes to a desk in the simulated year; a prefecture has one of each.</summary>
public enum DeskPurpose
{
    /// <summary>Long-term unemployed: goes to a training camp and finds work afterwards.</summary>
    CampThenWork,

    /// <summary>Long-term unemployed: goes to a training camp.</summary>
    Camp,

    /// <summary>Long-term unemployed: is advised.</summary>
    Advice,

    /// <summary>Has two entries, since an id was written down wrongly: the first of them.</summary>
    Twin,

    /// <summary>The second entry of the same person.</summary>
    TwinAgain,

    /// <summary>Moves to another prefecture.</summary>
    Moving,

    /// <summary>Looks for work in another prefecture for some months.</summary>
    Lent,

    /// <summary>Is said to live in another prefecture, and does not.</summary>
    Staying,

    /// <summary>Wants to be forgotten.</summary>
    Erased,

    /// <summary>Of a low-income family, paired by the Youth League.</summary>
    Paired,
}

/// <summary>
/// People whom desks take in, besides those of the roster: born before anybody on it, so that nobody is both. Nobody of them exists.
/// </summary>
/// <param name="regions">Regions on file.</param>
public sealed class DeskPeople(Regions regions)
{
    private const int MostPurposes = 100;

    private static readonly DateOnly FirstBirthDay = new(1998, 3, 1);

    private readonly IReadOnlyList<Region> _prefectures = regions.PrefecturesOf(RegionCode.Parse("430000"));

    /// <summary>All of them.</summary>
    public IEnumerable<RosterPerson> All =>
        _prefectures.SelectMany(prefecture => Enum.GetValues<DeskPurpose>().Select(purpose => Of(prefecture.Code, purpose)));

    /// <summary>The bank accounts of <see cref="AccountOf"/>.</summary>
    public IEnumerable<string> Accounts => _prefectures.Select(prefecture => AccountOf(prefecture.Code));

    /// <summary>The bank account of the person to whom a prefecture pays an allowance.</summary>
    public static string AccountOf(RegionCode prefecture) => $"6222{prefecture}000000001";

    /// <summary>The person who comes to a prefecture's desk for something.</summary>
    public RosterPerson Of(RegionCode prefecture, DeskPurpose purpose)
    {
        // Both entries of one person say the same but for the id.
        var who = purpose == DeskPurpose.TwinAgain ? DeskPurpose.Twin : purpose;
        var number = (_prefectures.Select(region => region.Code).ToList().IndexOf(prefecture) * MostPurposes) + (int)who;
        var county = regions.CountiesOf(prefecture)[0].Code;
        return new RosterPerson(
            RosterNames.Person(new Random(number)),
            CitizenId.Create(county, FirstBirthDay.AddDays((int)who), (int)purpose).Reveal(),
            string.Create(CultureInfo.InvariantCulture, $"1001{number:0000000}"),
            RosterNames.Schools[number % RosterNames.Schools.Count],
            "本科",
            who == DeskPurpose.Paired ? "2023-06-30" : "2022-06-30",
            county.Value,
            county.Value,
            purpose == DeskPurpose.Paired ? "城乡低保家庭" : "");
    }
}
