using FitServerless.Local.Cli;

namespace FitServerless.Local.Tests.Cli;

public sealed class OptionsTests
{
    [Fact]
    public void Values_and_flags_are_read_in_any_order()
    {
        var options = Options.Parse(["--func", "--port", "7072"], values: ["--port"], flags: ["--func"]);

        Assert.Equal("7072", options["--port"]);
        Assert.True(options.Has("--func"));
    }

    [Theory]
    [InlineData("--prot", "7072")]
    [InlineData("--port")]
    public void What_a_command_does_not_know_is_refused(params string[] arguments) =>
        Assert.Throws<UsageException>(() => Options.Parse(arguments, values: ["--port"], flags: []));
}
