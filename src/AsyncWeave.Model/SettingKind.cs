namespace AsyncWeave.Model;

public enum SettingKind
{
    /// <summary>A whole number of bytes, 0 or more.</summary>
    Bytes,

    /// <summary>A whole number, 0 or more.</summary>
    Count,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>Words with semicolons between them.</summary>
    Choices,

    Path,

    Text,
}
