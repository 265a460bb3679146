using FitServerless.Accounts;
using FitServerless.Grants;
using FitServerless.Tests.Sync;

namespace FitServerless.Tests.Grants;

public sealed class GrantRulesTests
{
    private static readonly Caller Client = new("018f6d3e-7c3a-7000-8000-000000000001", "client@example.com", ["user"]);
    private static readonly GrantRequest Good = new() { TrainerEmail = "trainer@example.com", Scopes = ["read"] };

    public static TheoryData<string?> BadIds => ["", "7", "a/b", "018F6D3E-7C3A-7000-8000-000000000002", Client.Id, "' or PartitionKey ne '"];

    [Fact]
    public void A_trainer_is_named_by_address_or_by_id()
    {
        AssertWrong(null, Good);
        AssertWrong(null, Good with { TrainerEmail = null, TrainerId = Guid.NewGuid().ToString() });
        AssertWrong("trainerEmail", Good with { TrainerId = Guid.NewGuid().ToString() });
        AssertWrong("trainerEmail", Good with { TrainerEmail = null });
    }

    [Theory]
    [MemberData(nameof(BadIds))]
    public void An_id_is_another_accounts(string? id) => AssertWrong("trainerId", Good with { TrainerEmail = null, TrainerId = id });

    [Theory]
    [InlineData("nobody")]
    [InlineData(" Client@Example.com")]
    public void An_address_is_another_persons(string email) => AssertWrong("trainerEmail", Good with { TrainerEmail = email });

    [Fact]
    public void Scopes_are_those_there_are()
    {
        AssertWrong(null, Good with { Scopes = ["read", "write"] });
        AssertWrong("scopes", Good with { Scopes = null });
        AssertWrong("scopes", Good with { Scopes = [] });
        AssertWrong("scopes", Good with { Scopes = ["read", "delete"] });
        AssertWrong("scopes", Good with { Scopes = ["read", "read", "read"] });
    }

    [Fact]
    public void It_ends_in_time_to_come()
    {
        AssertWrong(null, Good with { ExpiresAt = FakeClock.Morning.AddTicks(1) });
        AssertWrong("expiresAt", Good with { ExpiresAt = FakeClock.Morning });
    }

    private static void AssertWrong(string? member, GrantRequest request) =>
        Assert.Equal(member is null ? [] : [member], GrantRules.Check(request, Client, FakeClock.Morning).Keys);
}
