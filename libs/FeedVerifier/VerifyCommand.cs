using System.CommandLine;
using System.Text.Json;

namespace YouthPlatform.FeedVerifier;

/// <summary>The command line: 0 complete and unaltered, 1 broken, 2 wrong arguments, 3 could not be checked.</summary>
internal static class VerifyCommand
{
    private const int Broken = 1;
    private const int Unchecked = 3;

    private static readonly Argument<Uri> Feed = new("feed")
    {
        Description = "Address of the feed, such as http://127.0.0.1:8080/feeds/internships/v1",
        CustomParser = result => Uri.TryCreate(result.Tokens.Single().Value, UriKind.Absolute, out var address) ? address : Refuse(result),
    };

    private static readonly Option<string?> Token = new("--token") { Description = "Bearer token; else the variable YOUTH_TOKEN" };
    private static readonly Option<string?> State = new("--state") { Description = "File to go on from, and to keep what was checked in" };
    private static readonly Option<bool> Whole = new("--whole") { Description = "Reads from the first event, whatever the state says, and compares with it" };
    private static readonly Option<string?> Key = new("--key") { Description = "Name of the key that must have signed the head" };

    public static RootCommand Create()
    {
        var command = new RootCommand("Reads a feed and says whether it is complete and unaltered, or where it breaks.") { Feed, Token, State, Whole, Key };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var feed = arguments.GetRequiredValue(Feed);
        var output = arguments.InvocationConfiguration.Output;
        var file = arguments.GetValue(State);
        using var client = new FeedClient(feed, arguments.GetValue(Token) ?? Environment.GetEnvironmentVariable("YOUTH_TOKEN"), TimeSpan.FromSeconds(1));
        try
        {
            var earlier = SavedState.Load(file);
            if (earlier is not null && earlier.Feed != feed)
            {
                await output.WriteLineAsync($"{file} is about another feed: {earlier.Feed}");
                return Unchecked;
            }

            var head = await new Verification(client, arguments.GetValue(Key)).RunAsync(
                earlier, arguments.GetValue(Whole), state => Keep(file, state), cancellationToken);
            await output.WriteLineAsync($"{head.Log}: complete and unaltered up to {head.Position}, signed {head.At:u} with the key {head.KeyId}");
            return 0;
        }
        catch (BrokenFeedException broken)
        {
            await output.WriteLineAsync($"{feed}: breaks at {broken.Position}: {broken.Message}");
            return Broken;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException)
        {
            await output.WriteLineAsync($"{feed}: could not be checked: {e.Message}");
            return Unchecked;
        }
    }

    private static void Keep(string? file, SavedState state)
    {
        if (file is not null)
        {
            state.Save(file);
        }
    }

    private static Uri? Refuse(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError("The address of the feed is an absolute one, such as http://127.0.0.1:8080/feeds/internships/v1");
        return null;
    }
}
