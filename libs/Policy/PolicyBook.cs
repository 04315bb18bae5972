using System.Globalization;
using YouthPlatform.Policy.Packs;

namespace YouthPlatform.Policy;

/// <summary>
/// All policy packs on file. A lookup names a parameter, a region and a date and gets the value of the most specific jurisdiction that
/// covers the region on that date, with its origin; there is never a silent default.
/// </summary>
/// <remarks>Every lookup throws <see cref="PolicyParameterMissingException"/> where no pack sets the parameter for that region and date, and
/// <see cref="InvalidOperationException"/> where the parameter is of another kind.</remarks>
public sealed class PolicyBook
{
    /// <summary>Monthly minimum wage by tier (yuan).</summary>
    public const string MinimumWageTable = "wage.minimum_monthly";

    /// <summary>Tier of the minimum wage that a prefecture is in.</summary>
    public const string MinimumWageTier = "wage.tier";

    private readonly RuleIndex _rules = new();
    private readonly List<Target> _targets = [];

    private PolicyBook(IEnumerable<PackFile> files) => Packs = [.. files.Select(Register)];

    /// <summary>The packs on file.</summary>
    public IReadOnlyList<PolicyPack> Packs { get; }

    /// <summary>The targets of all packs.</summary>
    public IReadOnlyList<Target> Targets => _targets;

    /// <summary>Reads every pack of a directory and checks it against <c>policy-pack.schema.json</c> beside it.</summary>
    /// <exception cref="PolicyFileException">A pack is missing, breaks the schema or contradicts another.</exception>
    public static PolicyBook Load(string directory) => new(PackReader.ReadAll(directory));

    /// <summary>Whether a pack sets a parameter for a region on a date.</summary>
    /// <param name="key">The parameter, such as <c>reporting.contacts_due</c>.</param>
    /// <param name="region">Region of the authority that asks.</param>
    /// <param name="date">Date on which it is to hold.</param>
    public bool Sets(string key, RegionCode region, DateOnly date) => _rules.Holds(key, region, date);

    /// <summary>A parameter that packs may leave out; null where none sets it.</summary>
    /// <param name="key">The parameter.</param>
    /// <param name="region">Region of the authority that asks.</param>
    /// <param name="date">Date on which it is to hold.</param>
    /// <param name="find">How it is read, such as <see cref="Number"/>.</param>
    public Rule<T>? IfSet<T>(string key, RegionCode region, DateOnly date, Func<string, RegionCode, DateOnly, Rule<T>> find)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(find);
        return Sets(key, region, date) ? find(key, region, date) : null;
    }

    /// <summary>A plain figure.</summary>
    public Rule<decimal> Number(string key, RegionCode region, DateOnly date) => _rules.Find<decimal>(key, region, date);

    /// <summary>A whole number: days, months, counts.</summary>
    public Rule<int> WholeNumber(string key, RegionCode region, DateOnly date) => _rules.Find<int>(key, region, date);

    /// <summary>An amount of money.</summary>
    public Rule<Money> Amount(string key, RegionCode region, DateOnly date) => _rules.Find<Money>(key, region, date);

    /// <summary>A date.</summary>
    public Rule<DateOnly> Date(string key, RegionCode region, DateOnly date) => _rules.Find<DateOnly>(key, region, date);

    /// <summary>A day of every year.</summary>
    public Rule<AnnualDate> AnnualDate(string key, RegionCode region, DateOnly date) => _rules.Find<AnnualDate>(key, region, date);

    /// <summary>One of a few named ways.</summary>
    public Rule<string> Choice(string key, RegionCode region, DateOnly date) => _rules.Find<string>(key, region, date);

    /// <summary>A limit with its comparison.</summary>
    public Rule<Threshold> Threshold(string key, RegionCode region, DateOnly date) => _rules.Find<Threshold>(key, region, date);

    /// <summary>A range, both ends included.</summary>
    public Rule<NumberRange> Range(string key, RegionCode region, DateOnly date) => _rules.Find<NumberRange>(key, region, date);

    /// <summary>A list of categories.</summary>
    public Rule<CategoryList> List(string key, RegionCode region, DateOnly date) => _rules.Find<CategoryList>(key, region, date);

    /// <summary>Amounts by row.</summary>
    public Rule<RateTable> Table(string key, RegionCode region, DateOnly date) => _rules.Find<RateTable>(key, region, date);

    /// <summary>A row of a table of amounts.</summary>
    public Rule<Money> Rate(string key, string row, RegionCode region, DateOnly date)
    {
        var table = Table(key, region, date);
        return table.Value.Rows.TryGetValue(row, out var amount)
            ? new Rule<Money>(amount, table.Version, table.Unit)
            : throw new PolicyParameterMissingException($"{key}[{row}]", region, date, [table.Version]);
    }

    /// <summary>The monthly minimum wage where the region's tier is on file; the origin is that of the table of wages.</summary>
    public Rule<Money> MinimumWage(RegionCode region, DateOnly date)
    {
        var tier = WholeNumber(MinimumWageTier, region, date).Value.ToString(CultureInfo.InvariantCulture);
        return Rate(MinimumWageTable, tier, region, date);
    }

    /// <summary>Who is eligible, as named checks (<see cref="EligibilityRule"/>).</summary>
    public Rule<EligibilityRule> Eligibility(string key, RegionCode region, DateOnly date) => _rules.Find<EligibilityRule>(key, region, date);

    /// <summary>Evaluates an eligibility rule on a date; lists that the rule refers to are looked up for the same region and date.</summary>
    /// <param name="key">The rule, such as <c>internship.eligibility</c>.</param>
    /// <param name="region">Region of the authority that decides.</param>
    /// <param name="date">Date of the application.</param>
    /// <param name="facts">What is known of the person.</param>
    public EligibilityResult Evaluate(string key, RegionCode region, DateOnly date, EligibilityFacts facts)
    {
        var rule = Eligibility(key, region, date);
        return rule.Value.Evaluate(rule.Version, facts, date, region, list => List(list, region, date));
    }

    /// <summary>The target that a region owes for a year; targets are not inherited from the region above.</summary>
    public Target Target(string indicator, RegionCode region, int year) =>
        _targets.FirstOrDefault(target => target.Indicator == indicator && target.Year == year && target.Version.Jurisdiction == region)
        ?? throw new PolicyParameterMissingException(
            indicator,
            region,
            new DateOnly(year, 1, 1),
            [.. _targets.Where(target => target.Indicator == indicator).Select(target => target.Version)]);

    private PolicyPack Register(PackFile file)
    {
        var rules = Entries(file).Select(entry => (Entry: entry, Rule: ToRule(file, entry))).ToList();
        foreach (var (entry, rule) in rules)
        {
            if (entry is TargetEntry target)
            {
                AddTarget(target, rule);
            }
            else
            {
                _rules.Add(rule);
            }
        }

        RuleVersion[] versions = [.. rules.Select(rule => rule.Rule.Version)];
        return new PolicyPack(file.Id, file.Title, file.Issuer, file.Published, file.Jurisdiction, file.ValidFrom, file.ValidTo, versions);
    }

    private void AddTarget(TargetEntry entry, StoredRule rule)
    {
        if (_targets.Any(other => (other.Indicator, other.Year, other.Version.Jurisdiction) == (entry.Key, entry.Year, rule.Version.Jurisdiction)))
        {
            throw new PolicyFileException(rule.Version.PackId, $"target '{entry.Key}' of {entry.Year} is set twice for {rule.Version.Jurisdiction}");
        }

        _targets.Add(new Target(entry.Key, entry.Year, (Threshold)rule.Value, entry.Unit ?? "", rule.Version));
    }

    private static StoredRule ToRule(PackFile file, RuleEntry entry)
    {
        var (from, to) = entry is TargetEntry { Year: var year }
            ? (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31))
            : (entry.ValidFrom ?? file.ValidFrom, entry.ValidTo ?? file.ValidTo);
        var source = entry.Source ?? (entry.Clause is null ? file.Source : null);
        var version = new RuleVersion(file.Id, entry.Key, entry.Jurisdiction ?? file.Jurisdiction, from, to, entry.Clause, source);
        if (version is { Clause: null, Source: null })
        {
            throw new PolicyFileException(file.Id, $"'{entry.Key}' has neither a clause nor a source");
        }

        try
        {
            return new StoredRule(version, entry.ToValue(), entry.Unit);
        }
        catch (FormatException exception)
        {
            throw new PolicyFileException(file.Id, $"'{entry.Key}': {exception.Message}", exception);
        }
    }

    private static IEnumerable<RuleEntry> Entries(PackFile file) =>
    [
        .. file.Integers, .. file.Numbers, .. file.Amounts, .. file.Dates, .. file.AnnualDates, .. file.Choices,
        .. file.Thresholds, .. file.Ranges, .. file.Lists, .. file.Tables, .. file.Eligibility, .. file.Targets,
    ];
}
