using FitServerless.Storage;

namespace FitServerless.Tests.Storage;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(1994, 11, 6, 8, 49, 0, TimeSpan.Zero);

    /// <summary>One time in the three forms that a recipient has to take (https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7).</summary>
    [Theory]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT")]
    [InlineData("Sun Nov  6 08:49:37 1994")]
    public void A_date_of_the_rfc_is_so_long_from_now(string text) => Assert.Equal(TimeSpan.FromSeconds(37), RetryAfter.Read(text, Now));

    /// <summary>The two that are shown for the header (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3).</summary>
    [Theory]
    [InlineData("120", 120)]
    [InlineData("Fri, 31 Dec 1999 23:59:59 GMT", 119)]
    public void The_examples_of_the_header_are_read(string text, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryAfter.Read(text, new DateTimeOffset(1999, 12, 31, 23, 58, 0, TimeSpan.Zero)));

    [Fact]
    public void A_date_that_has_passed_is_no_wait() => Assert.Equal(TimeSpan.Zero, RetryAfter.Read("Sun, 06 Nov 1994 08:48:00 GMT", Now));

    [Theory]
    [InlineData("2147483647")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public void Nothing_is_longer_than_a_day(string text) => Assert.Equal(TimeSpan.FromDays(1), RetryAfter.Read(text, Now));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    [InlineData("soon")]
    [InlineData("1994-11-06T08:49:37Z")]
    public void What_is_neither_says_nothing(string? text) => Assert.Null(RetryAfter.Read(text, Now));
}
