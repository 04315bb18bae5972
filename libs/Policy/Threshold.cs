using System.Globalization;

namespace YouthPlatform.Policy;

/// <summary>A limit and how to compare with it: <c>&gt;= 0.50</c> is met at exactly one half, <c>&gt; 0.50</c> is not.</summary>
/// <param name="Comparison">How to compare.</param>
/// <param name="Value">The limit.</param>
public sealed record Threshold(Comparison Comparison, decimal Value)
{
    /// <summary>Whether a figure meets the limit.</summary>
    public bool IsMet(decimal figure) => Comparison switch
    {
        Comparison.AtLeast => figure >= Value,
        Comparison.MoreThan => figure > Value,
        Comparison.AtMost => figure <= Value,
        _ => figure < Value,
    };

    /// <summary>Whether a share meets the limit, without dividing; a share of nothing never does.</summary>
    /// <param name="part">The part, 0 or more.</param>
    /// <param name="whole">The whole, 0 or more.</param>
    public bool IsMetByShare(decimal part, decimal whole) => whole > 0 && new Threshold(Comparison, Value * whole).IsMet(part);

    /// <summary>The threshold as written, such as <c>&gt;= 0.50</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Symbol} {Value}");

    private string Symbol => Comparison switch
    {
        Comparison.AtLeast => ">=",
        Comparison.MoreThan => ">",
        Comparison.AtMost => "<=",
        _ => "<",
    };
}

/// <summary>How a figure is compared with a limit.</summary>
public enum Comparison
{
    /// <summary>Greater or equal.</summary>
    AtLeast,

    /// <summary>Strictly greater.</summary>
    MoreThan,

    /// <summary>Less or equal.</summary>
    AtMost,

    /// <summary>Strictly less.</summary>
    LessThan,
}
