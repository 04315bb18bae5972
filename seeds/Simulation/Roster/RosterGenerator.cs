using System.Globalization;
using YouthPlatform.Policy;

namespace YouthPlatform.Simulation.Roster;

/// <summary>
/// Makes rosters of unemployed leavers of the classes of 2023 and 2022 in Hunan and Hubei: valid citizen ids, invented names, phone
/// numbers of a range that is not given out. Equal seeds make equal rosters. After every 100 people one of them stands in the file
/// again, and after every 150 there is a row with something wrong.
/// </summary>
public sealed class RosterGenerator
{
    /// <summary>Rows after which a person is repeated.</summary>
    public const int DuplicateEvery = 100;

    /// <summary>Rows after which something is wrong.</summary>
    public const int BadEvery = 150;

    private const int BirthDays = 1096;
    private const int Sequences = 1000;
    private const long Stride = 15_485_863;

    private static readonly DateOnly FirstBirthDay = new(2000, 1, 1);
    private static readonly string[] Hardships = ["脱贫家庭", "城乡低保家庭", "零就业家庭", "残疾"];
    private static readonly string[] Elsewhere = ["510104", "360102", "440103"];

    private readonly IReadOnlyList<RegionCode> _counties;
    private readonly int _seed;

    /// <summary>A generator.</summary>
    /// <param name="regions">Regions on file; people come from the counties of Hunan and Hubei.</param>
    /// <param name="seed">Equal seeds make equal rosters.</param>
    public RosterGenerator(Regions regions, int seed)
    {
        ArgumentNullException.ThrowIfNull(regions);
        _counties =
        [
            .. regions.CountiesOf(RegionCode.Parse("430000")).Concat(regions.CountiesOf(RegionCode.Parse("420000"))).Select(region => region.Code).Order(),
        ];
        _seed = seed;
    }

    /// <summary>Counts of a roster's rows that are neither the header nor an accepted person.</summary>
    public static (int Duplicates, int Bad) ExtraRowsOf(int people) => (people / DuplicateEvery, people / BadEvery);

    /// <summary>The rows of a roster, made as they are read.</summary>
    /// <param name="people">How many different people; the file has a few rows more.</param>
    public IEnumerable<RosterPerson> Generate(int people)
    {
        var random = new Random(_seed);
        for (var index = 0; index < people; index++)
        {
            var person = Person(random, index);
            yield return person;
            if ((index + 1) % DuplicateEvery == 0)
            {
                yield return person with { Phone = "" };
            }

            if ((index + 1) % BadEvery == 0)
            {
                yield return Spoil(Person(random, people + index), (index + 1) / BadEvery);
            }
        }
    }

    /// <summary>Writes a roster as CSV with a Chinese header, lines ended by a line feed.</summary>
    public static void Write(TextWriter writer, IEnumerable<RosterPerson> rows)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(rows);
        writer.Write("姓名,身份证号,手机号,毕业院校,学历,离校日期,户籍地区划代码,常住地区划代码,困难类别\n");
        foreach (var row in rows)
        {
            writer.Write(string.Join(
                ',',
                row.Name,
                row.CitizenId,
                row.Phone,
                row.School,
                row.EducationLevel,
                row.LeftSchoolOn,
                row.HouseholdRegion,
                row.ResidenceRegion,
                row.Hardship));
            writer.Write('\n');
        }
    }

    private static RosterPerson Spoil(RosterPerson person, int number) => (number % 4) switch
    {
        0 => person with { HouseholdRegion = "439999", ResidenceRegion = "" },
        1 => person with { CitizenId = person.CitizenId[..17] + (person.CitizenId[17] == '1' ? '2' : '1') },
        2 => person with { LeftSchoolOn = "2023-06-31" },
        _ => person with { EducationLevel = "不详" },
    };

    private RosterPerson Person(Random random, int index)
    {
        // A walk over all ids that visits each once: no two people share one, however many there are.
        var all = (long)_counties.Count * BirthDays * Sequences;
        var place = (((index + 1) * Stride) + _seed) % all;
        var county = _counties[(int)(place % _counties.Count)];
        var rest = place / _counties.Count;
        var born = FirstBirthDay.AddDays((int)(rest % BirthDays));
        var nonLocal = random.Next(50) == 0;
        var household = nonLocal ? RegionCode.Parse(Elsewhere[random.Next(Elsewhere.Length)]) : county;
        var residence = nonLocal || random.Next(10) < 7 ? county : _counties[random.Next(_counties.Count)];
        return new RosterPerson(
            RosterNames.Person(random),
            CitizenId.Create(county, born, (int)(rest / BirthDays)).Reveal(),
            // From 1: PostgreSQL names files like 000000010000000000000041 when it was killed, and a search would take them for a telephone of zeros.
            string.Create(CultureInfo.InvariantCulture, $"1000{(index + 1) % 10_000_000:0000000}"),
            RosterNames.Schools[random.Next(RosterNames.Schools.Count)],
            Level(random),
            random.Next(100) < 85 ? "2023-06-30" : "2022-06-30",
            household.Value,
            residence.Value,
            random.Next(100) < 12 ? Hardships[random.Next(Hardships.Length)] : "");
    }

    private static string Level(Random random) => random.Next(100) switch
    {
        < 58 => "本科",
        < 88 => "专科",
        < 97 => "硕士",
        < 99 => "技师学院高级工班",
        _ => "博士",
    };
}
