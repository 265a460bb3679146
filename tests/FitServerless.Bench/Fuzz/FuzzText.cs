namespace FitServerless.Bench.Fuzz;

/// <summary>Text that has broken other people's parsers, filters and paths.</summary>
internal static class FuzzText
{
    private static readonly string[] Values =
    [
        "", "0", "-1", "1", "1.5", "1e400", "NaN", "null", "undefined", "true", "9223372036854775807", "9223372036854775808", "2147483648", "１２",
        "2026-01-31", "2026-02-30", "2026-01-31T06:30:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "2026-01-31T06:30:00+99:00",
        "'", "''", "' or PartitionKey ne '", "' or '1' eq '1", "’ or 1 eq 1", "\"", "\\", "/", "//", "a/b", "..", "../..", "..\\..", "../../etc/passwd",
        "%2e%2e%2f", "%252e%252e", "..%c0%af", "．．／", "∕", "C:\\", "\\\\host\\share", "CON", "nul.txt", "a\0b", "a\nb", "a\r\nX: y", "\t", "\u007f", "\u0085",
        "#", "?", "a?b=c", "&", "+", " ", "  ", "\u202e", "\ufeff", "\ufffd", "\uffff", "é", "e\u0301", "ß", "İ", "𝒜", "🚵", "👩‍👩‍👧‍👦",
        "<script>alert(1)</script>", "{{7*7}}", "${jndi:ldap://x}", "=1+1", "@x", "sample", "thing-1", "goals", "workouts", "daily", "uploads", "phone.tar.gz",
        "W/\"1\"", "\"1\"", "*", "\"1\", \"2\"", "bytes=0-0", "bytes=-5", "bytes=5-2", "bytes=0-1,3-4", "bytes=99999999999999999999-", "items=0-1",
        "sha-256=:AAAA:", "?0", "?1", "?2", "text/event-stream", "AAAA", "____", "00000000-0000-0000-0000-000000000000",
    ];

    public static string Any(Random random, IReadOnlyList<string> known) => random.Next(10) switch
    {
        < 3 when known.Count > 0 => known[random.Next(known.Count)],
        3 => new string('a', random.Next(2_000)),
        4 => new string([.. Enumerable.Range(0, random.Next(1, 20)).Select(_ => (char)random.Next(1, 0xd7ff))]),
        5 => Values[random.Next(Values.Length)] + Values[random.Next(Values.Length)],
        _ => Values[random.Next(Values.Length)],
    };
}
