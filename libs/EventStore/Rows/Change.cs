namespace YouthPlatform.EventStore.Rows;

/// <summary>
/// What follows from an event for the tables of a projection: a change of one row (<see cref="RowChange"/>), which can be folded with
/// others in memory, or free SQL (<see cref="SqlStatement"/>), before which everything folded so far is written.
/// </summary>
public abstract record Change
{
    private protected Change()
    {
    }

    /// <summary>The change as a statement, or null when there is nothing to do.</summary>
    internal abstract SqlStatement? ToStatement();
}
