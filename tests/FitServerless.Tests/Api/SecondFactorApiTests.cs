using System.Net;
using System.Net.Http.Json;
using FitServerless.Accounts.SecondFactors;

namespace FitServerless.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed class SecondFactorApiTests(ApiFixture api)
{
    [Fact]
    public async Task Is_enrolled_confirmed_asked_for_and_turned_off()
    {
        var user = await api.RegisterAsync();
        var enrollment = await user.ReadAsync(HttpMethod.Post, "auth/2fa/enroll");
        Assert.StartsWith("otpauth://totp/", enrollment["otpauthUri"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.StartsWith("<svg", enrollment["qrSvg"]!.GetValue<string>(), StringComparison.Ordinal);
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Post, "auth/2fa/confirm", new { code = "nope" }), HttpStatusCode.Forbidden, "wrong-proof");

        var code = CodeNow(enrollment["secret"]!.GetValue<string>());
        var recovery = (await user.ReadAsync(HttpMethod.Post, "auth/2fa/confirm", new { code }))["recoveryCodes"]!.AsArray();
        Assert.Equal(10, recovery.Count);
        Assert.True((await user.GetAsync("auth/me"))["twoFactor"]!.GetValue<bool>());

        await ApiAssert.ProblemAsync(await LoginAsync(user, null), HttpStatusCode.Unauthorized, "code-required");
        await ApiAssert.ProblemAsync(await LoginAsync(user, code), HttpStatusCode.Unauthorized, "wrong-code");
        Assert.Equal(HttpStatusCode.OK, (await LoginAsync(user, recovery[0]!.GetValue<string>())).StatusCode);
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Post, "auth/2fa/enroll"), HttpStatusCode.Conflict, "second-factor-on");

        var off = await user.SendAsync(HttpMethod.Post, "auth/2fa/disable", new { password = ApiUser.Password });
        Assert.Equal(HttpStatusCode.NoContent, off.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await LoginAsync(user, null)).StatusCode);
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Post, "auth/2fa/disable", new { code }), HttpStatusCode.Conflict, "no-second-factor");
    }

    [Fact]
    public async Task Five_wrong_codes_lock_it_and_the_answer_says_for_how_long()
    {
        var user = await api.RegisterAsync();
        await user.ReadAsync(HttpMethod.Post, "auth/2fa/enroll");
        for (var i = 0; i < 5; i++)
            await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Post, "auth/2fa/confirm", new { code = "nope" }), HttpStatusCode.Forbidden);

        var locked = await user.SendAsync(HttpMethod.Post, "auth/2fa/confirm", new { code = "nope" });
        await ApiAssert.ProblemAsync(locked, HttpStatusCode.TooManyRequests, "too-many-tries");
        Assert.InRange(locked.Headers.RetryAfter!.Delta!.Value.TotalMinutes, 10, 15);
    }

    private Task<HttpResponseMessage> LoginAsync(ApiUser user, string? code) =>
        api.Http.PostAsJsonAsync("auth/login", new { email = user.Email, password = ApiUser.Password, code });

    internal static string CodeNow(string secret)
    {
        var bits = string.Concat(secret.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return Totp.Code([.. bits.Chunk(8).Select(octet => Convert.ToByte(new string(octet), 2))], Totp.StepAt(DateTimeOffset.UtcNow));
    }
}
