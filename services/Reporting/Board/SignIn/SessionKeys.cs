using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;
using YouthPlatform.EventStore.Postgres;

namespace YouthPlatform.Reporting.Board.SignIn;

/// <summary>
/// The keys that sessions are protected with, in the service's database: a session outlives a restart and is known to every instance.
/// The interface is synchronous, and it is asked once a day.
/// </summary>
internal sealed class SessionKeys(NpgsqlDataSource database) : IXmlRepository
{
    public static SchemaPart Schema { get; } = new(
        "board-keys",
        """
        CREATE SCHEMA IF NOT EXISTS board;
        CREATE TABLE IF NOT EXISTS board.session_keys (name text COLLATE "C" PRIMARY KEY, content text NOT NULL);
        """);

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = database.CreateCommand("SELECT content FROM board.session_keys ORDER BY name");
        using var reader = command.ExecuteReader();
        var elements = new List<XElement>();
        while (reader.Read())
        {
            elements.Add(XElement.Parse(reader.GetString(0)));
        }

        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = database.CreateCommand("INSERT INTO board.session_keys (name, content) VALUES ($1, $2)");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = friendlyName });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = element.ToString(SaveOptions.DisableFormatting) });
        command.ExecuteNonQuery();
    }
}
