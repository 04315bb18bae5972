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
global using CourseAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Entrepreneurship.Courses.Course,
    YouthPlatform.Entrepreneurship.Courses.CourseState,
    YouthPlatform.Entrepreneurship.Courses.CourseCommand,
    YouthPlatform.Entrepreneurship.Courses.CourseEvent>;
global using GuidanceEventAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Entrepreneurship.GuidanceEvents.GuidanceEvent,
    YouthPlatform.Entrepreneurship.GuidanceEvents.GuidanceEventState,
    YouthPlatform.Entrepreneurship.GuidanceEvents.GuidanceEventCommand,
    YouthPlatform.Entrepreneurship.GuidanceEvents.GuidanceEventEvent>;
global using IncubatorAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Entrepreneurship.Incubators.Incubator,
    YouthPlatform.Entrepreneurship.Incubators.IncubatorState,
    YouthPlatform.Entrepreneurship.Incubators.IncubatorCommand,
    YouthPlatform.Entrepreneurship.Incubators.IncubatorEvent>;
global using VoucherAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Entrepreneurship.Vouchers.Voucher,
    YouthPlatform.Entrepreneurship.Vouchers.VoucherState,
    YouthPlatform.Entrepreneurship.Vouchers.VoucherCommand,
    YouthPlatform.Entrepreneurship.Vouchers.VoucherEvent>;
global using FirstFirmAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Entrepreneurship.FirstFirms.FirstFirm,
    YouthPlatform.Entrepreneurship.FirstFirms.FirstFirmState,
    YouthPlatform.Entrepreneurship.FirstFirms.FirstFirmCommand,
    YouthPlatform.Entrepreneurship.FirstFirms.FirstFirmEvent>;
global using LoanAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Entrepreneurship.Loans.Loan,
    YouthPlatform.Entrepreneurship.Loans.LoanState,
    YouthPlatform.Entrepreneurship.Loans.LoanCommand,
    YouthPlatform.Entrepreneurship.Loans.LoanEvent>;
global using ResourceAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Entrepreneurship.Resources.Resource,
    YouthPlatform.Entrepreneurship.Resources.ResourceState,
    YouthPlatform.Entrepreneurship.Resources.ResourceCommand,
    YouthPlatform.Entrepreneurship.Resources.ResourceEvent>;
