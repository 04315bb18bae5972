// A service for the tests of the application host: it shows its environment, and is healthy once its gate file exists.
var builder = WebApplication.CreateSlimBuilder(args);
var gate = builder.Configuration["GATE"];
var app = builder.Build();
app.MapGet("/health", () => gate is null || File.Exists(gate) ? Results.Ok() : Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
app.MapGet("/env/{name}", (string name) => Environment.GetEnvironmentVariable(name) ?? "");
await app.RunAsync();
