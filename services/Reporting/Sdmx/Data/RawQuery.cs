using System.Globalization;

namespace YouthPlatform.Reporting.Sdmx.Data;

/// <summary>Parameters of a question as they were sent: a plus is a plus here, not a space.</summary>
internal sealed class RawQuery
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <exception cref="SdmxException">A parameter is given twice.</exception>
    public RawQuery(QueryString query)
    {
        foreach (var part in (query.Value ?? string.Empty).TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var sides = part.Split('=', 2);
            if (!_values.TryAdd(Uri.UnescapeDataString(sides[0]), sides.Length == 2 ? Uri.UnescapeDataString(sides[1]) : string.Empty))
            {
                throw SdmxException.Syntax($"参数 {sides[0]} 只能出现一次，多个取值用逗号隔开。");
            }
        }
    }

    /// <summary>Names of all parameters.</summary>
    public IEnumerable<string> Names => _values.Keys;

    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>The same without some parameters.</summary>
    public RawQuery Without(params ReadOnlySpan<string> names)
    {
        var rest = new RawQuery(QueryString.Empty);
        foreach (var (name, value) in _values)
        {
            if (!names.Contains(name))
            {
                rest._values.Add(name, value);
            }
        }

        return rest;
    }

    /// <summary>A number above zero; null where there is none.</summary>
    /// <exception cref="FormatException">It is no such number.</exception>
    public int? Number(string name, int least = 1) => this[name] is not { } text ? null
        : int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) is var number && number >= least ? number
        : throw new FormatException($"{name} is at least {least}.");

    /// <summary>An instant; one without an offset is China time.</summary>
    /// <exception cref="FormatException">It is no instant.</exception>
    public DateTimeOffset? Instant(string name)
    {
        if (this[name] is not { } text)
        {
            return null;
        }

        var read = DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        return read.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(read, China)
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
    }

    /// <exception cref="FormatException">It is neither true nor false.</exception>
    public bool Flag(string name) => this[name] is { } text && bool.Parse(text);

    /// <summary>Refuses parameters that nobody knows: a slip would change the answer silently.</summary>
    /// <exception cref="SdmxException">There is one.</exception>
    public void Allow(params ReadOnlySpan<string> known)
    {
        foreach (var name in Names)
        {
            if (!known.Contains(name) && !(known.Contains("c") && name.StartsWith("c[", StringComparison.Ordinal) && name.EndsWith(']')))
            {
                throw SdmxException.Syntax($"没有参数 {name}。");
            }
        }
    }
}
