using System.Globalization;
using System.Text.Json;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.ServiceRecords.Definitions;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.ServiceRecords;

/// <summary>Makes a record's content of what was sent: typed values, name, and the named checks of its ledger.</summary>
internal sealed class ContentReader(PolicyData policy, NpgsqlDataSource database)
{
    private const string Recorded =
        "SELECT 1 FROM service_records WHERE ledger = $1 AND region LIKE $2 AND status = 'recorded' AND content::jsonb @> $3::jsonb LIMIT 1";

    private const string MonthFlag = "month_";

    public async Task<ServiceContent> ReadAsync(
        LedgerDefinition ledger, RegionCode region, IReadOnlyDictionary<string, JsonElement> given, DateOnly today, CancellationToken cancellation)
    {
        var values = FieldReader.Read(ledger, given, list => ListOf(list, region, today));
        var on = FieldReader.Date(values[ledger.DateField]);
        List<NamedCheck> checks = [];
        foreach (var check in ledger.Checks.Where(check => Applies(check, values)))
        {
            checks.Add(await CheckAsync(ledger, check, region, on, values, cancellation));
        }

        return new(on, values, NameOf(ledger, region, values), checks);
    }

    /// <summary>A list of the packs in force.</summary>
    public CategoryList ListOf(string list, RegionCode region, DateOnly today) => Named(() => policy.Book.List(list, region, today).Value);

    private static bool Applies(CheckDefinition check, IReadOnlyDictionary<string, JsonElement> values) =>
        values.ContainsKey(check.Field) && (check.Other is null || values.ContainsKey(check.Other))
        && (check.When is null || (values.TryGetValue(check.When, out var flag) && flag.ValueKind == JsonValueKind.True));

    private static string? NameOf(LedgerDefinition ledger, RegionCode region, IReadOnlyDictionary<string, JsonElement> values) =>
        ledger.Key.Count == 0 ? null
        : $"{ledger.Code}/{(region.Prefecture ?? region).Value}/{string.Join('/', ledger.Key.Select(field => FieldReader.Text(values[field])))}";

    private async Task<NamedCheck> CheckAsync(
        LedgerDefinition ledger,
        CheckDefinition check,
        RegionCode region,
        DateOnly on,
        IReadOnlyDictionary<string, JsonElement> values,
        CancellationToken cancellation)
    {
        var value = values[check.Field];
        var rule = new RuleVersion("service-ledgers", $"{ledger.Code}.{check.Name}", RegionCode.Parse(ledger.Jurisdiction), DateOnly.MinValue, null, ledger.Clause, null);
        return check.Kind switch
        {
            CheckKind.AtMost => Of(value.GetInt32() <= values[check.Other!].GetInt32(), rule, (check.Other!, FieldReader.Text(values[check.Other!]))),
            CheckKind.Positive => Of(value.GetInt32() > 0, rule),
            CheckKind.WithinRange => Named(() =>
            {
                var range = policy.Book.Range(check.Rule!, region, on);
                return Of(range.Value.Min <= value.GetInt32() && value.GetInt32() <= range.Value.Max, range.Version, ("allowed", $"{range.Value.Min}-{range.Value.Max}"));
            }),
            CheckKind.InMonthOfCode => Named(() =>
            {
                var field = ledger.Fields.Single(field => field.Name == check.Field);
                var list = policy.Book.List(field.List!, region, on);
                list.Value.TryGet(FieldReader.Text(value), out var code);
                var month = on.Month.ToString(CultureInfo.InvariantCulture);
                return Of(code?.Has(MonthFlag + month) == true, list.Version, ("month", month));
            }),
            _ => Of(await IsRecordedAsync(check, region, value, cancellation), rule, ("ledger", check.Ledger!)),
        };

        NamedCheck Of(bool passed, RuleVersion version, params IEnumerable<(string Name, string Value)> facts) => new(
            check.Name,
            passed,
            new Dictionary<string, string>([new(check.Field, FieldReader.Text(value)), .. facts.Select(fact => KeyValuePair.Create(fact.Name, fact.Value)), new("text", check.Text)]),
            version);
    }

    private async Task<bool> IsRecordedAsync(CheckDefinition check, RegionCode region, JsonElement value, CancellationToken cancellation)
    {
        var wanted = JsonSerializer.Serialize(new Dictionary<string, JsonElement> { [check.Field] = value });
        object?[] parameters = [check.Ledger, $"{(region.Prefecture ?? region).Prefix}%", wanted];
        return (await database.RowsAsync(Recorded, parameters, _ => true, cancellation)).Count > 0;
    }

    /// <summary>A parameter that no pack sets is a refusal that names it.</summary>
    internal static T Named<T>(Func<T> lookup)
    {
        try
        {
            return lookup();
        }
        catch (PolicyParameterMissingException missing)
        {
            throw new RuleViolation("policy.parameter_missing", $"政策库中没有适用的规定：{missing.Message}");
        }
    }
}
