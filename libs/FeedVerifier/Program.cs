using YouthPlatform.FeedVerifier;

const int WrongArguments = 2;

var parsed = VerifyCommand.Create().Parse(args);
var code = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? WrongArguments : code;
