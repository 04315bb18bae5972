using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace YouthPlatform.Reporting.Exports.Workbooks;

/// <summary>
/// The style sheet behind <see cref="CellStyle"/>. The typeface is the one of official forms; programs that lack it take their own.
/// </summary>
internal static class CellFormats
{
    private const string Typeface = "宋体";
    private const uint WholeNumber = 1;
    private const uint TwoDecimals = 4;

    private enum Fonts
    {
        Standard,
        Title,
        Head,
    }

    private enum Boxes
    {
        None,
        Closed,
        OpenBelow,
        OpenAbove,
    }

    public static Stylesheet Stylesheet() => new(
        Counted(new DocumentFormat.OpenXml.Spreadsheet.Fonts(Font(11), Font(16, new Bold()), Font(9))),
        Counted(new Fills(Fill(PatternValues.None), Fill(PatternValues.Gray125), Solid("FFFFF2CC"))),
        Counted(new Borders(NoBox(), Box(true, true), Box(true, false), Box(false, true))),
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        Counted(new DocumentFormat.OpenXml.Spreadsheet.CellFormats(Enum.GetValues<CellStyle>().Select(FormatOf))),
        new CellStyles(new DocumentFormat.OpenXml.Spreadsheet.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static CellFormat FormatOf(CellStyle style) => style switch
    {
        CellStyle.Plain => Format(Fonts.Standard, Boxes.None, HorizontalAlignmentValues.General),
        CellStyle.Title => Format(Fonts.Title, Boxes.None, HorizontalAlignmentValues.Center),
        CellStyle.LineLeft => Format(Fonts.Standard, Boxes.None, HorizontalAlignmentValues.Left),
        CellStyle.LineCenter => Format(Fonts.Standard, Boxes.None, HorizontalAlignmentValues.Center),
        CellStyle.LineRight => Format(Fonts.Standard, Boxes.None, HorizontalAlignmentValues.Right),
        CellStyle.Head => Format(Fonts.Head, Boxes.Closed, HorizontalAlignmentValues.Center),
        CellStyle.HeadOpenBelow => Format(Fonts.Head, Boxes.OpenBelow, HorizontalAlignmentValues.Center),
        CellStyle.HeadOpenAbove => Format(Fonts.Head, Boxes.OpenAbove, HorizontalAlignmentValues.Center),
        CellStyle.Figure => Number(WholeNumber, noted: false),
        CellStyle.NotedFigure => Number(WholeNumber, noted: true),
        CellStyle.Amount => Number(TwoDecimals, noted: false),
        CellStyle.NotedAmount => Number(TwoDecimals, noted: true),
        CellStyle.Remark => Format(Fonts.Head, Boxes.None, HorizontalAlignmentValues.Left),
        _ => throw new ArgumentOutOfRangeException(nameof(style), style, null),
    };

    private static CellFormat Number(uint format, bool noted)
    {
        var cell = Format(Fonts.Head, Boxes.Closed, HorizontalAlignmentValues.Center);
        cell.NumberFormatId = format;
        cell.ApplyNumberFormat = true;
        if (noted)
        {
            cell.FillId = 2;
            cell.ApplyFill = true;
        }

        return cell;
    }

    private static CellFormat Format(Fonts font, Boxes box, HorizontalAlignmentValues horizontal) => new(
        new Alignment { Horizontal = horizontal, Vertical = VerticalAlignmentValues.Center, WrapText = font == Fonts.Head })
    {
        FontId = (uint)font,
        BorderId = (uint)box,
        FillId = 0,
        FormatId = 0,
        ApplyFont = true,
        ApplyBorder = true,
        ApplyAlignment = true,
    };

    private static Font Font(double size, Bold? bold = null)
    {
        OpenXmlElement[] rest =
            [new FontSize { Val = size }, new FontName { Val = Typeface }, new FontFamilyNumbering { Val = 3 }, new FontCharSet { Val = 134 }];
        return new Font(bold is null ? rest : [bold, .. rest]);
    }

    private static Fill Fill(PatternValues pattern) => new(new PatternFill { PatternType = pattern });

    private static Fill Solid(string color) =>
        new(new PatternFill(new ForegroundColor { Rgb = color }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static Border NoBox() => new(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder());

    private static Border Box(bool top, bool bottom) => new(
        new LeftBorder { Style = BorderStyleValues.Thin },
        new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = top ? BorderStyleValues.Thin : BorderStyleValues.None },
        new BottomBorder { Style = bottom ? BorderStyleValues.Thin : BorderStyleValues.None },
        new DiagonalBorder());

    private static T Counted<T>(T list)
        where T : OpenXmlCompositeElement
    {
        var count = list.ChildElements.Count.ToString(CultureInfo.InvariantCulture);
        list.SetAttribute(new OpenXmlAttribute("count", string.Empty, count));
        return list;
    }
}
