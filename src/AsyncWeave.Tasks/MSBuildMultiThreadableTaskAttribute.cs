namespace Microsoft.Build.Framework;

/// <summary>
/// Tells <c>msbuild -mt</c> that the task may run beside others in one process. MSBuild looks for the name, on the class
/// itself, so that an internal copy keeps the task loading where MSBuild has no such attribute.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
