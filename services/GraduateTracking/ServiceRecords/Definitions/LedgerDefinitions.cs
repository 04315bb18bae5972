using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Policies;

namespace YouthPlatform.GraduateTracking.ServiceRecords.Definitions;

/// <summary>All ledgers of services, read and checked once at start.</summary>
internal sealed class LedgerDefinitions
{
    /// <summary>Members of every contract that are no fields of its ledger.</summary>
    private static readonly string[] Given = ["recordId", "region"];

    private readonly FrozenDictionary<string, LedgerDefinition> _byCode;

    public LedgerDefinitions(IReadOnlyList<LedgerDefinition> all)
    {
        foreach (var ledger in all)
        {
            Check(ledger, all);
        }

        All = all;
        _byCode = all.ToFrozenDictionary(ledger => ledger.Code);
    }

    /// <summary>The ledgers, in the order of their files.</summary>
    public IReadOnlyList<LedgerDefinition> All { get; }

    /// <summary>Contracts by CloudEvents type.</summary>
    public static PublicEventTypes Contracts { get; } = new(typeof(Contracts.GraduateTracking.LedgerEntryOpened).Assembly);

    /// <summary>The ledger of a code, or null.</summary>
    public LedgerDefinition? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Reads every file of a directory: a list of ledgers each.</summary>
    /// <exception cref="DefinitionException">A file does not read, or a ledger does not hold together.</exception>
    public static LedgerDefinitions Load(string directory) => new(
        [.. Directory.GetFiles(directory, "*.json").Order(StringComparer.Ordinal).SelectMany(DefinitionFiles.Load<IReadOnlyList<LedgerDefinition>>)]);

    private static void Check(LedgerDefinition ledger, IReadOnlyList<LedgerDefinition> all)
    {
        Require(ledger, all.Count(other => other.Code == ledger.Code) == 1, "its code occurs twice");
        Require(ledger, RegionCode.TryParseExact(ledger.Jurisdiction, out _), "its jurisdiction is no region");
        Require(ledger, ledger.RecordedBy.Count > 0 && ledger.RecordedBy.All(Roles.All.Contains), "it names no role, or one that there is not");
        Require(ledger, ledger.Fields.DistinctBy(field => field.Name).Count() == ledger.Fields.Count, "a field stands twice");
        Require(ledger, ledger.Fields.DistinctBy(field => field.Label).Count() == ledger.Fields.Count, "two fields have one label, so that a file's columns cannot be told apart");
        Require(ledger, Has(ledger, ledger.DateField, FieldType.Date), $"its date field {ledger.DateField} is no required date");
        Require(ledger, ledger.Fields.All(field => field.Type == FieldType.Code == field.List is not null), "a code needs a list, nothing else has one");
        Require(ledger, ledger.Key.All(key => ledger.Fields.Any(field => field.Name == key && !field.IsOptional)), "its key names a field that need not be there");
        foreach (var check in ledger.Checks)
        {
            string?[] fields = [check.Field, check.Other, check.When];
            Require(ledger, fields.OfType<string>().All(name => ledger.Fields.Any(field => field.Name == name)), $"the check {check.Name} names no field");
            Require(ledger, check.Ledger is null || all.Any(other => other.Code == check.Ledger), $"the check {check.Name} names no ledger");
        }

        foreach (var rhythm in ledger.Rhythms)
        {
            string?[] fields = [rhythm.Field, rhythm.Of, .. rhythm.Where.Keys];
            Require(ledger, fields.OfType<string>().All(name => ledger.Fields.Any(field => field.Name == name)), $"the rhythm {rhythm.Name} names no field");
        }

        CheckContract(ledger);
    }

    /// <summary>Whatever the contract says has to be recorded.</summary>
    private static void CheckContract(LedgerDefinition ledger)
    {
        if (ledger.Publishes is not { } name)
        {
            return;
        }

        Require(ledger, Contracts.All.TryGetValue(name, out var contract), $"no contract is called {name}");
        foreach (var parameter in contract!.GetConstructors(BindingFlags.Public | BindingFlags.Instance).Single().GetParameters())
        {
            var field = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            Require(
                ledger,
                Given.Contains(field) || ledger.Fields.Any(f => f.Name == field && !f.IsOptional && TypeOf(f.Type) == parameter.ParameterType),
                $"{name} has {field}, which is not recorded as such");
        }
    }

    private static Type TypeOf(FieldType type) => type switch
    {
        FieldType.Date => typeof(DateOnly),
        FieldType.Count => typeof(int),
        FieldType.Flag => typeof(bool),
        _ => typeof(string),
    };

    private static bool Has(LedgerDefinition ledger, string name, FieldType type) =>
        ledger.Fields.Any(field => field.Name == name && field.Type == type && !field.IsOptional);

    private static void Require(LedgerDefinition ledger, bool holds, string problem)
    {
        if (!holds)
        {
            throw new DefinitionException(ledger.Code, problem);
        }
    }
}
