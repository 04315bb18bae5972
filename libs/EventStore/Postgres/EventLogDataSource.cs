using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>Data sources for a service's database, with the settings that the event log counts on.</summary>
public static class EventLogDataSource
{
    /// <summary>Schemas in which unqualified table names are looked up, in this order; new tables go to the first.</summary>
    public const string SearchPath = "read,log,public_log";

    /// <summary>
    /// Statements are short and many. On a log of ten million events the server thinks them long enough to be compiled, each time anew, which takes longer than they do.
    /// </summary>
    private const string NotCompiled = "-c jit=off";

    /// <summary>Makes a data source.</summary>
    /// <param name="connectionString">Npgsql connection string; its own search path, number of prepared statements and options are kept.</param>
    public static NpgsqlDataSource Create(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        settings.SearchPath ??= SearchPath;
        settings.Options = $"{NotCompiled} {settings.Options}".TrimEnd();
        if (settings.MaxAutoPrepare == 0)
        {
            settings.MaxAutoPrepare = 100;
            settings.AutoPrepareMinUsages = 2;
        }

        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }
}
