using System.Collections.Frozen;
using System.Globalization;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Board.Pages;
using YouthPlatform.ServiceDefaults.Policies;

namespace YouthPlatform.Reporting.Board;

/// <summary>Where the units of a province stand in the tile grid, and how dark they are.</summary>
internal sealed class TileGrid
{
    private const int Shades = 4;
    private const int Most = 6;

    private readonly FrozenDictionary<string, (int Column, int Row)> _places;

    private TileGrid(IEnumerable<KeyValuePair<string, (int Column, int Row)>> places) => _places = places.ToFrozenDictionary();

    /// <summary>Reads <c>board/tiles.csv</c>: a header line <c>code,column,row</c>, then one unit a line. Without the file all units stand in their order.</summary>
    /// <exception cref="DefinitionException">A line is no code with a place.</exception>
    public static TileGrid Load(string directory)
    {
        var path = Path.Combine(directory, "board", "tiles.csv");
        return new TileGrid(File.Exists(path) ? [.. File.ReadLines(path).Skip(1).Select(line => PlaceOf(path, line))] : []);
    }

    /// <summary>The tiles of units with their figures.</summary>
    public IReadOnlyList<Tile> Of(IReadOnlyList<(ReportingUnit Unit, decimal? Value)> figures)
    {
        var highest = figures.Max(figure => figure.Value) ?? 0;
        return [.. figures.Select(figure => new Tile(figure.Unit, figure.Value, $"{PlaceOf(figure.Unit)} shade{Shade(figure.Value, highest)}"))];
    }

    private static int Shade(decimal? value, decimal highest) =>
        value is > 0 && highest > 0 ? (int)Math.Ceiling(value.Value / highest * Shades) : 0;

    private static KeyValuePair<string, (int Column, int Row)> PlaceOf(string path, string line) =>
        line.Split(',') is [var code, var column, var row]
        && int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out var x)
        && int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var y)
        && x is >= 1 and <= Most && y is >= 1 and <= Most
            ? new(code, (x, y))
            : throw new DefinitionException(path, $"'{line}' is not a code, a column and a row from 1 to {Most}");

    private string PlaceOf(ReportingUnit unit) => _places.TryGetValue(unit.Code.Value, out var place)
        ? string.Create(CultureInfo.InvariantCulture, $"x{place.Column} y{place.Row}")
        : "anywhere";
}
