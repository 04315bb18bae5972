namespace YouthPlatform.ServiceDefaults.Http;

/// <summary>A page of a keyset listing.</summary>
/// <typeparam name="T">The items.</typeparam>
/// <param name="Items">At most the size that was asked for.</param>
/// <param name="Next">Cursor to pass as <c>after</c> for the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>Cuts a page out of rows that were read with one row more than the page holds.</summary>
    public static Page<T> Of(IReadOnlyList<T> rows, int size, Func<T, string> cursor)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(cursor);
        return rows.Count <= size ? new(rows, null) : new([.. rows.Take(size)], cursor(rows[size - 1]));
    }
}

/// <summary>Size of pages.</summary>
public static class PageSize
{
    /// <summary>Rows when nothing is asked for.</summary>
    public const int Default = 50;

    /// <summary>Most rows that can be asked for.</summary>
    public const int Maximum = 500;

    /// <summary>Checks a requested size.</summary>
    /// <exception cref="ApiException">400 when the size is out of range.</exception>
    public static int Require(int? limit) => limit switch
    {
        null => Default,
        >= 1 and <= Maximum => limit.Value,
        _ => throw ApiException.BadRequest("request.limit_invalid", $"limit 应在 1 到 {Maximum} 之间。"),
    };
}
