using Npgsql;

namespace YouthPlatform.EventStore.Tests.Contract;

/// <summary>What every event store promises, written against the port alone. A subclass brings a store.</summary>
public abstract class EventStoreContract : IAsyncLifetime
{
    private protected static readonly EventMetadata Metadata = new("clerk-1", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "cause-1");

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected IEventStore Store { get; private set; } = null!;

    /// <summary>Unqualified table names resolve here as they do for statements of an append.</summary>
    private protected NpgsqlDataSource Data { get; private set; } = null!;

    /// <summary>Opens a store on a database of this test alone, with <see cref="Accounts"/> inline and a table <c>notes</c>.</summary>
    private protected abstract Task<(IEventStore Store, NpgsqlDataSource Data)> OpenAsync(SchemaOfTest schema);

    private protected abstract Task CloseAsync();

    public async ValueTask InitializeAsync() => (Store, Data) = await OpenAsync(new SchemaOfTest());

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    private protected Task<AppendResult> AppendAsync(string stream, long expected, params object[] events) =>
        Store.AppendAsync(new Append([new StreamAppend(stream, expected, events)], Metadata), Cancellation);

    private protected async Task<List<RecordedEvent>> ReadAllAsync(long after = 0, int limit = int.MaxValue) =>
        await Store.ReadAllAsync(after, limit, Cancellation).ToListAsync(Cancellation);

    private protected async Task<long> CountNotesAsync()
    {
        await using var command = Data.CreateCommand("SELECT count(*) FROM notes");
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private protected static SqlStatement Note(string text) => new("INSERT INTO notes (text) VALUES ($1)", text);
}

/// <summary>The table that statements of tests write to.</summary>
internal sealed class SchemaOfTest
{
    internal string Sql { get; } = "CREATE TABLE IF NOT EXISTS notes (text text CONSTRAINT notes_text_key UNIQUE, extra text)";
}
