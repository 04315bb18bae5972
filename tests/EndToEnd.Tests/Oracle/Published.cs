using System.Globalization;
using System.Text.Json.Nodes;

namespace YouthPlatform.EndToEnd.Tests.Oracle;

/// <summary>A public event as a reader of the feeds has it.</summary>
/// <param name="Type">Without the platform's name and the version, such as <c>internships.subsidy_paid</c>.</param>
/// <param name="Data">Its members as texts.</param>
internal sealed record Published(string Type, IReadOnlyDictionary<string, string> Data)
{
    public string Region => Data["region"];

    public string this[string field] => Data.GetValueOrDefault(field, string.Empty);

    public DateOnly On(string field) => DateOnly.ParseExact(this[field], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Published Of(JsonNode envelope)
    {
        var type = (string)envelope["type"]!;
        var data = envelope["data"]!.AsObject();
        return new Published(type["youthplatform.".Length..type.LastIndexOf('.')], Texts(data)) { Raw = data };
    }

    public JsonObject Raw { get; private init; } = [];

    /// <summary>The members of an object as texts; what is null or has members of its own is left out.</summary>
    public static Dictionary<string, string> Texts(JsonObject members) => members
        .Where(member => member.Value is JsonValue)
        .ToDictionary(member => member.Key, member => member.Value!.ToString());
}

/// <summary>Something that is counted on a day, or (with a sign of -1) taken back on it.</summary>
/// <param name="On">The day.</param>
/// <param name="Sign">1 or -1.</param>
/// <param name="Event">What it says.</param>
internal sealed record Line(DateOnly On, int Sign, Published Event);

/// <summary>The days of a column of a form in a region or of a college.</summary>
/// <param name="Region">Leading digits of the regions within it; of a college its ten digits.</param>
/// <param name="Start">First day that the form counts.</param>
/// <param name="To">Last day.</param>
internal sealed record Days(string Region, DateOnly Start, DateOnly To);
