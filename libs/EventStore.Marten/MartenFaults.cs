using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using YouthPlatform.EventStore.Postgres;

namespace YouthPlatform.EventStore.Marten;

/// <summary>What Marten throws, as the port promises it.</summary>
internal static partial class MartenFaults
{
    /// <summary>Reads, with the port's exceptions for events that cannot be decoded.</summary>
    internal static async Task<T> TranslateAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception exception) when (exception is not UnknownEventTypeException && OfDecoding(exception) is { } fault)
        {
            throw fault;
        }
    }

    /// <summary>The fault of the server or the connection that Marten has wrapped; the exception itself when there is none.</summary>
    internal static Exception OfServer(Exception exception) =>
        Chain(exception).FirstOrDefault(fault => fault is NpgsqlException || Faults.IsOfConnection(fault)) ?? exception;

    private static Exception? OfDecoding(Exception exception) => Chain(exception)
        .Select(fault => fault switch
        {
            UnknownEventTypeException or JsonException => fault,
            global::Marten.Exceptions.UnknownEventTypeException unknown => new UnknownEventTypeException(NameIn(unknown.EventTypeName)),
            _ => null,
        })
        .FirstOrDefault(fault => fault is not null);

    /// <summary>Marten gives the name within a sentence.</summary>
    private static string NameIn(string text) => Quoted().Match(text) is { Success: true } match ? match.Groups[1].Value : text;

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var fault = exception; fault is not null; fault = fault.InnerException)
        {
            yield return fault;
        }
    }
}
