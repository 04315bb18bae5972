using System.Globalization;
using Microsoft.Extensions.Primitives;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Board.Steps;

/// <summary>What was sent with a step.</summary>
internal sealed class StepInput(IFormCollection form)
{
    public static StepInput Empty { get; } = new(FormCollection.Empty);

    /// <summary>What a page begins with.</summary>
    public static StepInput Of(params IEnumerable<(string Name, string? Value)> fields) =>
        new(new FormCollection(fields.ToDictionary(field => field.Name, field => new StringValues(field.Value))));

    /// <summary>The version of the form that was seen.</summary>
    public long Version => long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    /// <summary>The form that was seen.</summary>
    public SeenForm? Seen => SeenForm.Parse(Text("seen"));

    public string? Reason => Text("reason");

    public string? Reference => Text("reference");

    public string Note => Text("note") ?? string.Empty;

    /// <summary>The id of something new; the page gave it, so that what is sent twice is one thing.</summary>
    public Guid Id => Guid.TryParse(form["id"], out var id) ? id : throw ApiException.BadRequest("request.id_invalid", "页面不完整，请重新打开。");

    public Guid Correction => Guid.TryParse(form["correction"], out var id) ? id : Guid.Empty;

    public int Column => int.TryParse(form["column"], NumberStyles.None, CultureInfo.InvariantCulture, out var column) ? column : 0;

    public DateOnly Until => DateOnly.TryParseExact(Text("until"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
        ? until
        : throw ApiException.BadRequest("request.date_invalid", "请填写解锁截止日期。");

    /// <summary>Columns that are returned, each for the same reason.</summary>
    public IReadOnlyList<ReturnedColumn> Columns =>
    [
        .. form["columns"].Select(column => new ReturnedColumn(
            int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0, Text("code") ?? string.Empty, Reason ?? string.Empty)),
    ];

    /// <summary>A text as it was entered, several ones with commas; null for nothing.</summary>
    public string? Text(string name) => form.TryGetValue(name, out var value) && value.ToString() is { Length: > 0 } text ? text : null;

    /// <summary>A number.</summary>
    /// <exception cref="ApiException">400 when it is none.</exception>
    public decimal Number(string name) => decimal.TryParse(
        Text(name), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ApiException.BadRequest("request.number_invalid", "请填写数字，例如 12 或 -3。");
}
