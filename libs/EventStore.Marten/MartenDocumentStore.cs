using System.Text;
using JasperFx;
using JasperFx.Events;
using Marten;
using Marten.Events;
using Marten.Services.Json.Transformations;
using Npgsql;

namespace YouthPlatform.EventStore.Marten;

/// <summary>Marten as this platform uses it: streams by name, our stored names and JSON, our clock, no daemon.</summary>
internal static class MartenDocumentStore
{
    /// <summary>Schema of Marten's own tables.</summary>
    internal const string Schema = "marten";

    /// <summary>The stream in which Marten notes positions of failed commits; it holds no events of ours.</summary>
    internal const string Tombstones = "mt_tombstone";

    internal static DocumentStore Create(NpgsqlDataSource dataSource, EventTypes types) => DocumentStore.For(options =>
    {
        options.Connection(dataSource);
        options.DatabaseSchemaName = Schema;
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.DisableNpgsqlLogging = true;
        // A fault inside a transaction is not for the statement to be tried again: the whole append is.
        options.ConfigurePolly(_ => { });
        options.ConfigureWritePolly(_ => { });
        options.Serializer(new EventJson());
        options.Events.StreamIdentity = StreamIdentity.AsString;
        // Positions and versions must be known before the transaction's other statements are made.
        options.Events.AppendMode = EventAppendMode.Rich;
        options.Events.MetadataConfig.CorrelationIdEnabled = true;
        options.Events.MetadataConfig.CausationIdEnabled = true;
        options.Events.MetadataConfig.UserNameEnabled = true;
        Register(options.Events, types);
    });

    private static void Register(IEventStoreOptions events, EventTypes types)
    {
        // Without any, Marten would make no tables of events; the log is to be there, and empty.
        events.MapEventType<NoEvent>(nameof(NoEvent));
        foreach (var (name, type) in types.All)
        {
            events.MapEventType(type, name);
            // The name of the class is Marten's way to a type whose stored name it does not know. An unknown name is to fail instead.
            ((EventGraph)events).EventMappingFor(type).DotNetTypeName = name;
            events.Upcast(type, name, Decoding(types, name));
        }

        foreach (var (name, type) in types.OldVersions)
        {
            events.Upcast(type ?? typeof(object), name, Decoding(types, name));
        }
    }

    /// <summary>Every stored name is decoded as the default store does it, old versions along their chain of upcasters.</summary>
    private static JsonTransformation Decoding(EventTypes types, string name) => new((_, reader, index) =>
        types.Decode(name, Encoding.UTF8.GetBytes(reader.GetString(index))));

    /// <summary>Never stored.</summary>
    private sealed record NoEvent;
}
