using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.GraduateTracking.RosterImports;

/// <summary>Which column of a file is which; headers may be Chinese or English, in any order, among other columns.</summary>
internal sealed class RosterColumns
{
    private static readonly (string Column, bool Required, string[] Names)[] Known =
    [
        ("name", true, ["姓名"]),
        ("citizen_id", true, ["身份证号", "身份证号码", "公民身份号码"]),
        ("phone", true, ["手机号", "手机号码", "联系电话"]),
        ("school", true, ["毕业院校", "毕业学校", "学校"]),
        ("education_level", true, ["学历", "学历层次"]),
        ("left_school_on", true, ["离校日期", "毕业日期"]),
        ("household_region", true, ["户籍地区划代码", "户籍地"]),
        ("residence_region", false, ["常住地区划代码", "常住地"]),
        ("hardship", false, ["困难类别", "困难类型"]),
    ];

    private readonly Dictionary<string, int> _indexes = [];

    /// <exception cref="ApiException">400 when a column is missing or occurs twice.</exception>
    public RosterColumns(IReadOnlyList<string> header)
    {
        foreach (var (column, required, names) in Known)
        {
            int[] found = [.. Enumerable.Range(0, header.Count).Where(i => Means(header[i].Trim(), column, names))];
            switch (found)
            {
                case [var index]:
                    _indexes.Add(column, index);
                    break;
                case [] when required:
                    throw ApiException.BadRequest("roster_import.column_missing", $"文件首行缺少“{names[0]}”列（{column}）。");
                case [_, _, ..]:
                    throw ApiException.BadRequest("roster_import.column_repeated", $"文件首行中“{names[0]}”列（{column}）重复。");
                default:
                    break;
            }
        }
    }

    public RosterRow Read(long number, IReadOnlyList<string> fields)
    {
        return new RosterRow(
            number,
            Field("name"),
            Field("citizen_id"),
            Field("phone"),
            Field("school"),
            Field("education_level"),
            Field("left_school_on"),
            Field("household_region"),
            Field("residence_region"),
            Field("hardship"));

        string Field(string column) => _indexes.TryGetValue(column, out var index) && index < fields.Count ? fields[index].Trim() : string.Empty;
    }

    private static bool Means(string header, string column, string[] names) =>
        header.Equals(column, StringComparison.OrdinalIgnoreCase) || names.Contains(header);
}
