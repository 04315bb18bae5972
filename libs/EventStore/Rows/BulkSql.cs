namespace YouthPlatform.EventStore.Rows;

/// <summary>
/// Statements that change many rows. Their parameters are arrays, one for each column of the key (<c>s.k0</c>, ...) and one for each value
/// (<c>s.v0</c>, ...).
/// </summary>
internal static class BulkSql
{
    internal static string Copy(Table table) => $"COPY \"{table.Name}\" ({Columns(table)}) FROM STDIN (FORMAT BINARY)";

    internal static string Delete(Table table) => $"DELETE FROM \"{table.Name}\" AS t USING {Source(table, 0)} WHERE {SameKey(table)}";

    internal static string Insert(Table table) =>
        $"INSERT INTO \"{table.Name}\" ({Columns(table)}) SELECT {Values(table)} FROM {Source(table, table.Columns.Count)}";

    /// <summary>Inserts rows of a shape: columns that it does not name get their defaults, as with single statements.</summary>
    internal static string Insert(ChangeShape shape)
    {
        var (key, assignments) = (shape.Table.Key, shape.Assignments);
        var columns = key.Select(column => column.Name).Concat(assignments.Select(assignment => assignment.Column.Name)).Select(name => $"\"{name}\"");
        var values = key.Select((column, index) => $"s.k{index}{column.Type.Cast}")
            .Concat(assignments.Select((assignment, index) => $"s.v{index}{assignment.Column.Type.Cast}"));
        return $"INSERT INTO \"{shape.Table.Name}\" ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM {Source(shape.Table, assignments.Length)}";
    }

    internal static string InsertMissing(Table table) =>
        $"{Insert(table)} WHERE NOT EXISTS (SELECT FROM \"{table.Name}\" AS t WHERE {SameKey(table)})";

    internal static string Update(ChangeShape shape)
    {
        var updates = shape.Assignments.Select((assignment, index) =>
            ChangeSql.Apply(assignment.Operation, assignment.Column.Name, $"s.v{index}{assignment.Column.Type.Cast}"));
        return $"UPDATE \"{shape.Table.Name}\" AS t SET {string.Join(", ", updates)} FROM {Source(shape.Table, shape.Assignments.Length)}"
            + $" WHERE {SameKey(shape.Table)}";
    }

    private static string Columns(Table table) =>
        string.Join(", ", table.Key.Select(key => key.Name).Concat(table.Columns.Select(column => column.Name)).Select(name => $"\"{name}\""));

    private static string Values(Table table) => string.Join(
        ", ",
        table.Key.Select((key, index) => $"s.k{index}{key.Type.Cast}")
            .Concat(table.Columns.Select((column, index) => $"s.v{index}{column.Type.Cast}")));

    private static string Source(Table table, int values)
    {
        IEnumerable<string> names =
        [
            .. Enumerable.Range(0, table.Key.Count).Select(index => $"k{index}"),
            .. Enumerable.Range(0, values).Select(index => $"v{index}"),
        ];
        var parameters = Enumerable.Range(1, table.Key.Count + values).Select(index => $"${index}");
        return $"unnest({string.Join(", ", parameters)}) AS s ({string.Join(", ", names)})";
    }

    private static string SameKey(Table table) =>
        string.Join(" AND ", table.Key.Select((key, index) => $"t.\"{key.Name}\" = s.k{index}{key.Type.Cast}"));
}
