using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Reviews.Tests;

public sealed class ReviewRoundTests
{
    private static readonly RuleVersion Rule = new("H9", "internship.unit_review_days", RegionCode.Parse("43"), new(2023, 7, 25), null, "H9 §二(四)", null);
    private static readonly ReviewDeadline Deadline = new(new(2023, 8, 1), new(2023, 8, 8), Rule);
    private static readonly FrozenContent Content = FrozenContent.Of(new { name = "甲", place = (string?)null });
    private static readonly CategoryList Codes = new([new("unclear", "不清晰"), new("missing", "缺失")]);

    [Fact]
    public void ACorrectedSubmissionIsANewRoundWithANewClock()
    {
        var later = new ReviewDeadline(new(2023, 8, 10), new(2023, 8, 17), Rule);
        var corrected = FrozenContent.Of(new { name = "乙", place = (string?)null });
        ReviewRound.First("unit-1", Content, Deadline).Next("unit-2", corrected, later).ShouldBe(new(2, "unit-2", corrected.Hash, later));
    }

    [Fact]
    public void WhatWasReturnedCannotBeSubmittedUnchanged() =>
        Code(() => ReviewRound.First("unit-1", Content, Deadline).Next("unit-1", Content, Deadline)).ShouldBe("review.nothing_corrected");

    [Fact]
    public void TheSubmitterIsNotTheReviewer()
    {
        var round = ReviewRound.First("unit-1", Content, Deadline);
        Code(() => round.RequireReviewer("unit-1")).ShouldBe("four_eyes.same_person");
        Should.NotThrow(() => round.RequireReviewer("reviewer-1"));
        Code(() => FourEyes.Require("a", "b", "a")).ShouldBe("four_eyes.same_person");
        Should.NotThrow(() => FourEyes.Require("a", "b", "A"));
    }

    [Fact]
    public void FieldsAreReturnedWithACodeAndAReason()
    {
        FieldReturn.Require([new("/name", "unclear", " 请写全称 "), new("/place", "missing", "请填写")], Content, Codes)
            .ShouldBe([new("/name", "unclear", "请写全称"), new("/place", "missing", "请填写")]);
        Code(() => FieldReturn.Require(null, Content, Codes)).ShouldBe("review.fields_missing");
        Code(() => FieldReturn.Require([], Content, Codes)).ShouldBe("review.fields_missing");
        Code(() => FieldReturn.Require([new("/title", "unclear", "更正")], Content, Codes)).ShouldBe("review.field_unknown");
        Code(() => FieldReturn.Require([new("/name", "wrong", "更正")], Content, Codes)).ShouldBe("review.return_code_unknown");
        Code(() => FieldReturn.Require([new("/name", "unclear", " ")], Content, Codes)).ShouldBe("reason.missing");
        Code(() => FieldReturn.Require([new("/name", "unclear", "甲"), new("/name", "missing", "乙")], Content, Codes)).ShouldBe("review.field_twice");
    }

    private static string Code(Action action) => Should.Throw<RuleViolation>(action).Code;
}
