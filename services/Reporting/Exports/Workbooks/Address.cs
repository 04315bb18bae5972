using System.Globalization;

namespace YouthPlatform.Reporting.Exports.Workbooks;

/// <summary>Addresses of cells; rows and columns are counted from 0.</summary>
internal static class Address
{
    /// <summary>Such as <c>AE7</c>.</summary>
    public static string Of(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{Letters(column)}{row + 1}");

    /// <summary>Such as <c>$AE$7</c>.</summary>
    public static string Absolute(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"${Letters(column)}${row + 1}");

    private static string Letters(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));
}
