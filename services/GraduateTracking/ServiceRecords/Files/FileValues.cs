using System.Text.Json;
using YouthPlatform.GraduateTracking.ServiceRecords.Definitions;
using YouthPlatform.Imports.Files;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.ServiceRecords.Files;

/// <summary>What a row holds, as a request for a single record would. Whether it may hold that is for the reader of records to say.</summary>
internal static class FileValues
{
    private static readonly Dictionary<string, bool> Flags = new(StringComparer.OrdinalIgnoreCase)
    {
        ["是"] = true, ["true"] = true, ["1"] = true, ["否"] = false, ["false"] = false, ["0"] = false,
    };

    /// <param name="row">The row.</param>
    /// <param name="ledger">Its ledger.</param>
    /// <param name="list">Finds a list of the packs.</param>
    public static Dictionary<string, JsonElement> Of(ImportRow row, LedgerDefinition ledger, Func<string, CategoryList> list) =>
        ledger.Fields.Select(field => (Field: field, Column: new ImportColumn(field.Name, !field.IsOptional, field.Label)))
            .Where(read => row.Has(read.Column))
            .ToDictionary(read => read.Field.Name, read => JsonSerializer.SerializeToElement(ValueOf(row, read.Field, read.Column, list)));

    /// <summary>Officials' files write days, codes and yes or no in their own ways; what is none of them is left for the reader to refuse.</summary>
    private static object ValueOf(ImportRow row, FieldDefinition field, ImportColumn column, Func<string, CategoryList> list) => field.Type switch
    {
        FieldType.Date => row.Date(column),
        FieldType.Count => row.Number(column),
        FieldType.Code => row.CodeIn(column, list(field.List!)),
        FieldType.Flag => Flags.TryGetValue(row.Text(column), out var flag) ? flag : row.Text(column),
        _ => row.Text(column),
    };
}
