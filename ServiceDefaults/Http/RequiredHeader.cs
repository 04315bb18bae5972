using Microsoft.AspNetCore.Builder;

namespace YouthPlatform.ServiceDefaults.Http;

/// <summary>A header that a route asks for, for its description.</summary>
/// <param name="Name">Name of the header.</param>
/// <param name="Description">What it holds.</param>
public sealed record RequiredHeader(string Name, string Description)
{
    internal static RequiredHeader IdempotencyKey { get; } = new(
        IdempotentRequest.Header, "Unique text for this change, at most 200 characters. Repeat it to get the same answer again.");

    internal static RequiredHeader IfMatch { get; } = new(
        "If-Match", "The ETag of the answer that the change is based on.");
}

/// <summary>Marks a route that answers 201 when it has created something.</summary>
public sealed record CreatesResource;

/// <summary>Says what a route asks for and answers, where its signature cannot.</summary>
public static class RouteDescriptions
{
    /// <summary>Declares a header that the handler requires.</summary>
    public static TBuilder RequiresHeader<TBuilder>(this TBuilder builder, string name, string description)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new RequiredHeader(name, description));

    /// <summary>Declares that success is 201 with a Location.</summary>
    public static TBuilder Creates<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new CreatesResource());
}
