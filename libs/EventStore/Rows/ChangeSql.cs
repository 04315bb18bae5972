namespace YouthPlatform.EventStore.Rows;

/// <summary>Composes the statement of a shape. Names are quoted, so that a column may be called what SQL reserves.</summary>
internal static class ChangeSql
{
    internal static string? Of(ChangeShape shape) => shape.Kind switch
    {
        ChangeKind.Insert => Insert(shape),
        ChangeKind.Upsert => $"{Insert(shape)} ON CONFLICT ({string.Join(", ", Keys(shape))}) DO {OnConflict(shape)}",
        ChangeKind.Update when Updates(shape) is { Length: > 0 } updates => $"UPDATE \"{shape.Table.Name}\" AS t SET {updates} WHERE {Where(shape)}",
        ChangeKind.Update => null,
        _ => $"DELETE FROM \"{shape.Table.Name}\" AS t WHERE {Where(shape)}",
    };

    /// <summary>What an operation makes of a column of the row <c>t</c>, given an expression for the value.</summary>
    internal static string Apply(Operation operation, string column, string value) => operation switch
    {
        Operation.Set => $"\"{column}\" = {value}",
        Operation.Add => $"\"{column}\" = t.\"{column}\" + {value}",
        Operation.Greatest => $"\"{column}\" = greatest(t.\"{column}\", {value})",
        Operation.Least => $"\"{column}\" = least(t.\"{column}\", {value})",
        _ => throw new InvalidOperationException($"{operation} changes no row that is there."),
    };

    private static string Insert(ChangeShape shape)
    {
        IEnumerable<string> columns = [.. Keys(shape), .. shape.Assignments.Select(assignment => $"\"{assignment.Column.Name}\"")];
        var values = columns.Select((_, index) => $"${index + 1}");
        return $"INSERT INTO \"{shape.Table.Name}\" AS t ({string.Join(", ", columns)}) VALUES ({string.Join(", ", values)})";
    }

    private static string OnConflict(ChangeShape shape) => Updates(shape) is { Length: > 0 } updates ? $"UPDATE SET {updates}" : "NOTHING";

    private static string Updates(ChangeShape shape) => string.Join(
        ", ",
        shape.Assignments
            .Select((assignment, index) => (assignment.Column, assignment.Operation, Index: index))
            .Where(assignment => assignment.Operation != Operation.Initially)
            .Select(assignment => Apply(
                assignment.Operation, assignment.Column.Name, $"${shape.Table.Key.Count + assignment.Index + 1}")));

    private static string Where(ChangeShape shape) => string.Join(" AND ", Keys(shape).Select((key, index) => $"t.{key} = ${index + 1}"));

    private static IEnumerable<string> Keys(ChangeShape shape) => shape.Table.Key.Select(key => $"\"{key.Name}\"");
}
