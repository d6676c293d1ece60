using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Auth;

/// <summary>getLoginChannel, getRegistrationForm and registerMember.</summary>
internal static class SignUp
{
    public static Reply Channel(Call call) => Reply.Ok(new JsonObject { ["channel"] = call.Tenant.Profile.LoginChannel });

    public static Reply Form(Call call)
    {
        var byEmail = call.Tenant.Profile.LoginChannel == "email";
        return Reply.Ok(new JsonObject
        {
            ["fields"] = new JsonArray(
                Field("name", "Name", "text", required: true, order: 1),
                Field("lastName", "Last name", "text", required: false, order: 2),
                Field("phone", "Phone", "phone", required: !byEmail, order: 3),
                Field("email", "E-mail", "email", required: byEmail, order: 4),
                Field("birthday", "Birthday", "date", required: false, order: 5, enabled: false),
                Terms()),
            ["defaultCountryCode"] = call.Tenant.Profile.Country,
            ["countryCode"] = call.Tenant.Profile.Country,
            ["countryPhonePrefix"] = call.Tenant.Profile.PhonePrefix,
        });
    }

    public static Reply Register(Call call)
    {
        var members = call.Tenant.Part(MemberBook.Create);
        if (call.Checks && members.FindByContact(call.Text("phone"), call.Text("email")) is not null)
        {
            return Reply.Conflict("CONFLICT", "A member has this phone or e-mail address.");
        }

        return call.Commit(() =>
        {
            var member = members.Add(
                call.Text("name")!, call.Text("lastName"), call.Text("phone"), call.Text("email"), call.World.Clock.GetUtcNow());
            var json = new JsonObject { ["member"] = SessionJson.Member(member) };
            if (call.Tenant.Profile.SignsInOnRegistration)
            {
                json["token"] = call.World.Tokens.Issue(call.Tenant.Id, member.Uuid);
            }

            return Reply.Created(json);
        });
    }

    private static JsonObject Terms()
    {
        var terms = Field("agreeToTerms", "Terms", "checkbox", required: true, order: 6);
        terms["checkboxLabel"] = "I have read the terms and agree.";
        return terms;
    }

    private static JsonObject Field(string key, string label, string type, bool required, int order, bool enabled = true) => new()
    {
        ["key"] = key,
        ["label"] = label,
        ["type"] = type,
        ["required"] = required,
        ["enabled"] = enabled,
        ["order"] = order,
    };
}
