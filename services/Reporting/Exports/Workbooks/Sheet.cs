namespace YouthPlatform.Reporting.Exports.Workbooks;

/// <summary>A sheet of a workbook, made to be printed on landscape A4, one page wide.</summary>
/// <param name="Name">Name on its tab.</param>
/// <param name="Widths">Widths of the columns in characters of the standard font, from column A on.</param>
/// <param name="Rows">Rows from the top.</param>
/// <param name="Titles">First and last row, counted from 1, that are printed on every page.</param>
internal sealed record Sheet(string Name, IReadOnlyList<double> Widths, IReadOnlyList<SheetRow> Rows, (int First, int Last) Titles);

/// <summary>A row.</summary>
/// <param name="Height">Height in points.</param>
/// <param name="Cells">Its cells, in the order of their columns. What a cell spans is styled as it is.</param>
internal sealed record SheetRow(double Height, IReadOnlyList<SheetCell> Cells);

/// <summary>A cell, with those that are merged into it.</summary>
/// <param name="Column">Its column, counted from 0.</param>
/// <param name="Style">How it looks.</param>
internal sealed record SheetCell(int Column, CellStyle Style)
{
    /// <summary>Text, or null.</summary>
    public string? Text { get; init; }

    /// <summary>Number, or null.</summary>
    public decimal? Number { get; init; }

    /// <summary>What is to be said about it; shown when the mouse is over it.</summary>
    public string? Note { get; init; }

    /// <summary>Columns that it takes.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>Rows that it takes.</summary>
    public int Rows { get; init; } = 1;
}

/// <summary>How a cell looks. The order is that of the formats in the style sheet.</summary>
internal enum CellStyle
{
    /// <summary>Nothing special.</summary>
    Plain,

    /// <summary>The title of a form.</summary>
    Title,

    /// <summary>A line above the table, to the left.</summary>
    LineLeft,

    /// <summary>A line above the table, in the middle.</summary>
    LineCenter,

    /// <summary>A line above the table, to the right.</summary>
    LineRight,

    /// <summary>A heading in a box.</summary>
    Head,

    /// <summary>The upper part of a heading that goes on below.</summary>
    HeadOpenBelow,

    /// <summary>What goes on from the heading above.</summary>
    HeadOpenAbove,

    /// <summary>A whole number.</summary>
    Figure,

    /// <summary>A whole number with a note.</summary>
    NotedFigure,

    /// <summary>A number with two decimals.</summary>
    Amount,

    /// <summary>A number with two decimals and a note.</summary>
    NotedAmount,

    /// <summary>Text below the table.</summary>
    Remark,
}
