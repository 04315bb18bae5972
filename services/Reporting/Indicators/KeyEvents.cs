namespace YouthPlatform.Reporting.Indicators;

/// <summary>An event that bears on a key of a figure in a region.</summary>
/// <param name="Key">The key.</param>
/// <param name="Item">What of the key begins or ends.</param>
/// <param name="Date">Business date.</param>
/// <param name="Sequence">Position of the event in the public log of its service.</param>
/// <param name="Position">Position of the fact in Reporting's own log.</param>
/// <param name="Part">Number among the contributions of the fact.</param>
/// <param name="Amount">What it adds to the item's balance.</param>
/// <param name="IsBase">See <see cref="Contribution.IsBase"/>.</param>
internal readonly record struct KeyEvent(
    string Key, string Item, DateOnly Date, long Sequence, long Position, short Part, decimal Amount, bool IsBase);

/// <summary>Two ids that are of one person from a day on, or not any more.</summary>
/// <param name="Key">The one id.</param>
/// <param name="Other">The other.</param>
/// <param name="Date">Business date.</param>
/// <param name="Sequence">Position of the event in the public log of its service.</param>
/// <param name="Position">Position of the fact.</param>
/// <param name="Parts">Whether they are of two people again.</param>
internal readonly record struct KeyLink(string Key, string Other, DateOnly Date, long Sequence, long Position, bool Parts);

/// <summary>A change of a figure through a key, as far as all that is known now, at the event that makes it.</summary>
/// <param name="Key">The key.</param>
/// <param name="Date">Business date from which on it holds.</param>
/// <param name="Position">Position of the fact that makes it.</param>
/// <param name="Part">Number among the contributions of the fact.</param>
/// <param name="Change">What the figure grows by.</param>
/// <param name="IsListed">Whether it is a line of its own among the events of the figure, since its event is not one already.</param>
internal readonly record struct KeyStep(string Key, DateOnly Date, long Position, short Part, decimal Change, bool IsListed);
