namespace YouthPlatform.Imports.Files;

/// <summary>Which column of a CSV file is which; headers may be Chinese or English, in any order, among other columns.</summary>
internal sealed class ColumnMap
{
    private readonly List<(string Name, int Index)> _columns = [];

    /// <exception cref="FileRefusedException">A column is missing or occurs twice.</exception>
    public ColumnMap(IReadOnlyList<ImportColumn> known, IReadOnlyList<string> header)
    {
        foreach (var column in known)
        {
            int[] found = [.. Enumerable.Range(0, header.Count).Where(i => column.IsMeantBy(header[i].Trim()))];
            switch (found)
            {
                case [var index]:
                    _columns.Add((column.Name, index));
                    break;
                case [] when column.IsRequired:
                    throw new FileRefusedException("import.column_missing", $"文件首行缺少“{column.Headers[0]}”列（{column.Name}）。");
                case [_, _, ..]:
                    throw new FileRefusedException("import.column_repeated", $"文件首行中“{column.Headers[0]}”列（{column.Name}）重复。");
                default:
                    break;
            }
        }
    }

    public ImportRow Read(long number, IReadOnlyList<string> fields)
    {
        Dictionary<string, string> read = new(_columns.Count);
        foreach (var (name, index) in _columns)
        {
            read.Add(name, index < fields.Count ? fields[index].Trim() : string.Empty);
        }

        return new ImportRow(number, read);
    }
}
