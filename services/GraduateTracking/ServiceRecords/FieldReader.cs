using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using YouthPlatform.GraduateTracking.ServiceRecords.Definitions;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.GraduateTracking.ServiceRecords;

/// <summary>Reads the values of a record by its ledger's fields.</summary>
internal static partial class FieldReader
{
    private const int LongestText = 200;
    private const int LargestCount = 100_000_000;

    /// <summary>The values in the order of the fields.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="given">What was sent.</param>
    /// <param name="list">Finds a list of the packs.</param>
    /// <exception cref="ApiException">400 names the first field that is missing, unknown or wrong.</exception>
    public static IReadOnlyDictionary<string, JsonElement> Read(
        LedgerDefinition ledger, IReadOnlyDictionary<string, JsonElement> given, Func<string, CategoryList> list)
    {
        if (given.Keys.FirstOrDefault(name => ledger.Fields.All(field => field.Name != name)) is { } unknown)
        {
            throw ApiException.BadRequest("service_record.field_unknown", $"“{ledger.Name}”没有字段 {unknown}。");
        }

        Dictionary<string, JsonElement> values = [];
        foreach (var field in ledger.Fields)
        {
            if (given.TryGetValue(field.Name, out var value) && value.ValueKind != JsonValueKind.Null)
            {
                values[field.Name] = Read(field, value, list);
            }
            else if (!field.IsOptional)
            {
                throw ApiException.BadRequest("service_record.field_missing", $"缺少“{field.Label}”（{field.Name}）。");
            }
        }

        return values;
    }

    /// <summary>A value as text: what keys and facts of checks are made of.</summary>
    public static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    /// <summary>A value that is a day.</summary>
    public static DateOnly Date(JsonElement value) => DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonElement Read(FieldDefinition field, JsonElement value, Func<string, CategoryList> list) => field.Type switch
    {
        FieldType.Count => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number is >= 0 and <= LargestCount
            ? JsonSerializer.SerializeToElement(number)
            : throw Invalid(field, "不小于 0 的整数"),
        FieldType.Flag => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.Clone() : throw Invalid(field, "true 或 false"),
        _ => JsonSerializer.SerializeToElement(ReadText(field, value, list)),
    };

    private static string ReadText(FieldDefinition field, JsonElement value, Func<string, CategoryList> list)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : throw Invalid(field, "文本");
        return field.Type switch
        {
            FieldType.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                ? text
                : throw Invalid(field, "2023-06-30 这样的日期"),
            FieldType.Code => list(field.List!) is var codes && codes.Contains(text)
                ? text
                : throw Invalid(field, string.Join('、', codes.Items.Select(item => $"{item.Code}（{item.Name}）"))),
            FieldType.College => CollegeCode.IsValid(text) ? text : throw Invalid(field, "10 位学校标识码"),
            FieldType.SchoolYear => IsSchoolYear(text) ? text : throw Invalid(field, "2023-2024 这样的学年"),
            _ => ReadFreeText(field, text),
        };
    }

    /// <summary>Texts are read by everybody, so nobody's number may stand in them.</summary>
    private static string ReadFreeText(FieldDefinition field, string text) =>
        text.Length is 0 or > LongestText ? throw Invalid(field, $"1 至 {LongestText} 字的文本")
        : PersonalNumber().IsMatch(text) ? throw ApiException.BadRequest("service_record.personal_data", $"“{field.Label}”中不得出现身份证号或手机号。")
        : text;

    private static bool IsSchoolYear(string text) =>
        SchoolYearPattern().Match(text) is { Success: true } match
        && int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) + 1 == int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);

    private static ApiException Invalid(FieldDefinition field, string expected) =>
        ApiException.BadRequest("service_record.field_invalid", $"“{field.Label}”（{field.Name}）应为{expected}。");

    [GeneratedRegex("^([0-9]{4})-([0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex SchoolYearPattern();

    [GeneratedRegex("[0-9]{17}[0-9Xx]|1[0-9]{10}", RegexOptions.CultureInvariant)]
    private static partial Regex PersonalNumber();
}
