using System.Diagnostics.CodeAnalysis;

namespace YouthPlatform.Policy;

/// <summary>A list of categories that a document names, in its order.</summary>
/// <param name="Items">The categories.</param>
public sealed record CategoryList(IReadOnlyList<Category> Items)
{
    /// <summary>Whether a code is on the list.</summary>
    public bool Contains(string? code) => TryGet(code, out _);

    /// <summary>The category of a code, if it is on the list.</summary>
    public bool TryGet(string? code, [NotNullWhen(true)] out Category? category)
    {
        category = Items.FirstOrDefault(item => item.Code == code);
        return category is not null;
    }
}

/// <summary>A category: the code that is stored, the Chinese name that is shown.</summary>
/// <param name="Code">Code in snake_case, or a region code.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Flags">What else the document says of it, such as <c>counts_towards_share</c>.</param>
public sealed record Category(string Code, string Name, IReadOnlyList<string>? Flags = null)
{
    /// <summary>Whether the category carries a flag.</summary>
    public bool Has(string flag) => Flags?.Contains(flag) == true;
}
