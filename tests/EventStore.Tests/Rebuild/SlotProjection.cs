using YouthPlatform.EventStore.Rows;
using YouthPlatform.EventStore.Tests.Subscriptions;

namespace YouthPlatform.EventStore.Tests.Rebuild;

/// <summary>
/// A slot (the number's thousands) has a holder (the rest), who has one slot only.
/// A negative number is a statement that changes nothing.
/// </summary>
internal sealed class SlotProjection : IProjection
{
    internal const string ProjectionName = "slots";

    private static readonly Table<int> Slots = new("slots", "slot");
    private static readonly Column<int> Holder = new(Slots, "holder");

    public string Name => ProjectionName;

    public IReadOnlyList<Table> Tables => [Slots];

    public string Schema => "CREATE TABLE IF NOT EXISTS slots (slot int PRIMARY KEY, holder int NOT NULL CONSTRAINT slots_holder_key UNIQUE)";

    public IEnumerable<Change> Project(RecordedEvent recorded) => recorded.Data switch
    {
        Ticked { Number: < 0 } => [new SqlStatement("DELETE FROM slots WHERE holder < 0")],
        Ticked { Number: var number } => [Slots.Upsert(number / 1000).Set(Holder, number % 1000)],
        _ => [],
    };
}
