namespace YouthPlatform.Policy.Packs;

/// <summary>What every rule on file says of itself; what it leaves out it takes from its pack.</summary>
internal abstract record RuleEntry
{
    public required string Key { get; init; }

    public string? Clause { get; init; }

    public string? Source { get; init; }

    public RegionCode? Jurisdiction { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public string? Unit { get; init; }

    public string? Note { get; init; }

    /// <summary>The value that a lookup returns.</summary>
    public abstract object ToValue();
}

internal sealed record ValueEntry<T>(T Value) : RuleEntry
    where T : struct
{
    public override object ToValue() => Value;
}

internal sealed record AmountEntry(string Value) : RuleEntry
{
    public override object ToValue() => Money.Parse(Value);
}

internal sealed record TextEntry(string Value) : RuleEntry
{
    public override object ToValue() => AnnualDate.Parse(Value);
}

internal sealed record ChoiceEntry(string Value, IReadOnlyList<string> Options) : RuleEntry
{
    public override object ToValue() =>
        Options.Contains(Value) ? Value : throw new FormatException($"'{Value}' is not one of {string.Join(", ", Options)}");
}

internal sealed record ThresholdEntry(Comparison Comparison, decimal Value) : RuleEntry
{
    public override object ToValue() => new Threshold(Comparison, Value);
}

internal sealed record RangeEntry(decimal Min, decimal Max) : RuleEntry
{
    public override object ToValue() => Min <= Max ? new NumberRange(Min, Max) : throw new FormatException($"the range {Min} to {Max} is empty");
}

internal sealed record ListEntry(IReadOnlyList<Category> Items) : RuleEntry
{
    public override object ToValue() => Items.DistinctBy(item => item.Code).Count() == Items.Count
        ? new CategoryList(Items)
        : throw new FormatException("a code occurs twice");
}

internal sealed record TableEntry(IReadOnlyDictionary<string, string> Rows) : RuleEntry
{
    public override object ToValue() => new RateTable(Rows.ToDictionary(row => row.Key, row => Money.Parse(row.Value)));
}

internal sealed record EligibilityEntry(IReadOnlyList<EligibilityPath> AnyOf) : RuleEntry
{
    public override object ToValue()
    {
        var incomplete = AnyOf.SelectMany(path => path.All).FirstOrDefault(test => !test.IsComplete);
        return incomplete is null ? new EligibilityRule(AnyOf) : throw new FormatException($"the check '{incomplete.Name}' lacks its figures");
    }
}

internal sealed record TargetEntry(int Year, Comparison Comparison, decimal Value) : RuleEntry
{
    public override object ToValue() => new Threshold(Comparison, Value);
}
