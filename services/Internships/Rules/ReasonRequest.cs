namespace YouthPlatform.Internships.Rules;

/// <summary>An answer or a step that needs a reason.</summary>
internal sealed record ReasonRequest(string Reason);
