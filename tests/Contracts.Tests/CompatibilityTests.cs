using System.Text.Json.Nodes;

namespace YouthPlatform.Contracts.Tests;

public sealed class CompatibilityTests
{
    private const string Published = """
        {
          "type": "object",
          "properties": {
            "paidOn": { "type": "string", "format": "date" },
            "amount": { "type": "string", "pattern": "x" },
            "kind": { "enum": ["a", "b"] },
            "lines": { "type": "array", "items": { "type": "object", "properties": { "month": { "type": "string" } }, "required": ["month"] } }
          },
          "required": ["paidOn", "amount", "kind", "lines"]
        }
        """;

    [Fact]
    public void NothingBreaksWhereNothingChanges() => Breaks(_ => { }).ShouldBeEmpty();

    [Fact]
    public void ANewMemberBreaksNobody() =>
        Breaks(schema => schema["properties"]!["note"] = new JsonObject { ["type"] = "string" }).ShouldBeEmpty();

    [Fact]
    public void ANewMemberThatEarlierEventsLackBreaksWhenItIsRequired() => Breaks(schema =>
    {
        schema["properties"]!["note"] = new JsonObject { ["type"] = "string" };
        schema["required"]!.AsArray().Add("note");
    }).ShouldBe(["$.note is required, and what was published lacks it"]);

    [Fact]
    public void ANewCodeBreaksNobody() => Breaks(schema => schema["properties"]!["kind"]!["enum"]!.AsArray().Add("c")).ShouldBeEmpty();

    [Fact]
    public void AMemberThatIsGoneBreaks() =>
        Breaks(schema => schema["properties"]!.AsObject().Remove("amount")).ShouldBe(["$.amount is gone"]);

    [Fact]
    public void ARetypedMemberBreaks() =>
        Breaks(schema => schema["properties"]!["paidOn"]!["format"] = "date-time").ShouldBe(["$.paidOn: format was \"date\" and is \"date-time\""]);

    [Fact]
    public void AMemberThatMayBeLeftOutBreaks() =>
        Breaks(schema => schema["required"]!.AsArray().RemoveAt(0)).ShouldBe(["$.paidOn may be left out now"]);

    [Fact]
    public void ACodeThatIsGoneBreaks() =>
        Breaks(schema => schema["properties"]!["kind"]!["enum"]!.AsArray().RemoveAt(1)).ShouldBe(["$.kind: the code b is gone"]);

    [Fact]
    public void WhatIsInListsCountsToo() =>
        Breaks(schema => schema["properties"]!["lines"]!["items"]!["properties"]!["month"]!["type"] = "integer")
            .ShouldBe(["$.lines[].month: type was \"string\" and is \"integer\""]);

    private static IEnumerable<string> Breaks(Action<JsonNode> change)
    {
        var present = JsonNode.Parse(Published)!;
        change(present);
        return Compatibility.Breaks(JsonNode.Parse(Published), present);
    }
}
