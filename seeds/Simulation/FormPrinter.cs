using System.Globalization;
using System.Text.Json.Nodes;

namespace YouthPlatform.Simulation;

/// <summary>Prints a progress form and targets on a terminal, where a Chinese character is two columns wide.</summary>
internal static class FormPrinter
{
    private const int NameWidth = 68;

    public static void PrintForm(TextWriter output, JsonNode form)
    {
        output.WriteLine($"{form["title"]}");
        output.WriteLine($"填报单位：{form["unit"]!["name"]}  月份：{form["month"]}  应报日期：{form["dueOn"]}");
        var group = "";
        foreach (var cell in form["cells"]!.AsArray())
        {
            if ((string)cell!["group"]! != group)
            {
                group = (string)cell["group"]!;
                output.WriteLine($"  {group}");
            }

            var name = (string?)cell["subgroup"] is { } subgroup ? $"{subgroup} / {cell["name"]}" : (string)cell["name"]!;
            var value = cell["value"] is { } number ? ((decimal)number).ToString("0.##", CultureInfo.InvariantCulture) : "—";
            output.WriteLine($"  {(int)cell["column"]!,4}  {Pad(name, NameWidth)}{value,10}  {cell["unit"]}");
        }
    }

    public static void PrintTargets(TextWriter output, JsonArray targets)
    {
        foreach (var target in targets)
        {
            var actual = target!["actual"] is { } number ? ((decimal)number).ToString("0.####", CultureInfo.InvariantCulture) : "—";
            output.WriteLine($"  {Pad((string)target["name"]!, NameWidth - 6)}{actual,10}  目标 {target["goal"]}  {target["clause"]}");
        }
    }

    private static string Pad(string text, int width) => text + new string(' ', Math.Max(1, width - text.Sum(Width)));

    private static int Width(char character) => character is >= '\u1100' and <= '\uffef' ? 2 : 1;
}
