global using YouthPlatform.Reviews;
global using AssessmentAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Entrepreneurship.Assessments.Assessment,
    YouthPlatform.Entrepreneurship.Assessments.AssessmentState,
    YouthPlatform.Entrepreneurship.Assessments.AssessmentCommand,
    YouthPlatform.Entrepreneurship.Assessments.AssessmentEvent>;
global using AwardAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Entrepreneurship.Awards.Award,
    YouthPlatform.Entrepreneurship.Awards.AwardState,
    YouthPlatform.Entrepreneurship.Awards.AwardCommand,
    YouthPlatform.Entrepreneurship.Awards.AwardEvent>;
global using JudgeAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Entrepreneurship.Judges.Judge,
    YouthPlatform.Entrepreneurship.Judges.JudgeState,
    YouthPlatform.Entrepreneurship.Judges.JudgeCommand,
    YouthPlatform.Entrepreneurship.Judges.JudgeEvent>;
global using ProgrammeAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Entrepreneurship.Programmes.Programme,
    YouthPlatform.Entrepreneurship.Programmes.ProgrammeState,
    YouthPlatform.Entrepreneurship.Programmes.ProgrammeCommand,
    YouthPlatform.Entrepreneurship.Programmes.ProgrammeEvent>;
global using ProjectAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Entrepreneurship.Projects.Project,
    YouthPlatform.Entrepreneurship.Projects.ProjectState,
    YouthPlatform.Entrepreneurship.Projects.ProjectCommand,
    YouthPlatform.Entrepreneurship.Projects.ProjectEvent>;
