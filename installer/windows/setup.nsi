; Installs Byway for one person, without an administrator: files, a menu entry, an entry in the list of programs. Made by `setup`.
; /S installs and removes silently. Exit codes: 0 good, 1 stopped by the person, 2 stopped because Byway runs or cannot be written.
Unicode true
Target amd64-unicode
!include MUI2.nsh
!include FileFunc.nsh

Name "Byway"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Byway"
InstallDirRegKey HKCU "Software\Byway" "InstallDir"
RequestExecutionLevel user
SetCompressor /SOLID lzma
BrandingText "Byway ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Byway"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Byway"
VIAddVersionKey "LegalCopyright" "Apache-2.0"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Byway"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_LANGDLL_ALLLANGUAGES
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "Software\Byway"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"
!define MUI_FINISHPAGE_RUN "$INSTDIR\Byway.exe"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Russian"
!insertmacro MUI_LANGUAGE "Farsi"
!insertmacro MUI_LANGUAGE "Arabic"
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_LANGUAGE "Turkish"

LangString Running ${LANG_ENGLISH} "Byway is running. Close it and try again."
LangString Running ${LANG_RUSSIAN} "Byway запущен. Закройте его и попробуйте ещё раз."
LangString Running ${LANG_FARSI} "Byway در حال اجراست. آن را ببندید و دوباره امتحان کنید."
LangString Running ${LANG_ARABIC} "Byway قيد التشغيل. أغلقه وحاول مجدداً."
LangString Running ${LANG_SIMPCHINESE} "Byway 正在运行。请关闭它后再试。"
LangString Running ${LANG_SPANISH} "Byway está en marcha. Ciérrelo e inténtelo de nuevo."
LangString Running ${LANG_TURKISH} "Byway çalışıyor. Kapatıp yeniden deneyin."

; A running program cannot be written over: its executable is opened for writing, as replacing it would.
!macro StopWhereRunning
    ${If} ${FileExists} "$INSTDIR\Byway.exe"
        ClearErrors
        FileOpen $0 "$INSTDIR\Byway.exe" a
        ${If} ${Errors}
            MessageBox MB_OK|MB_ICONEXCLAMATION "$(Running)" /SD IDOK
            SetErrorLevel 2
            Quit
        ${EndIf}
        FileClose $0
    ${EndIf}
!macroend

Function .onInit
    !insertmacro MUI_LANGDLL_DISPLAY
    !insertmacro StopWhereRunning
FunctionEnd

Function un.onInit
    !insertmacro MUI_UNGETLANGUAGE
    !insertmacro StopWhereRunning
FunctionEnd

Section
    ; an older version takes its own files away first; it is run from where it lies, so that it is waited for
    ReadRegStr $1 HKCU "${UNINSTALL}" "UninstallString"
    ${If} $1 != ""
        ExecWait '"$INSTDIR\uninstall.exe" /S _?=$INSTDIR' $2
        ${If} $2 != 0
            SetErrorLevel 2
            Quit
        ${EndIf}
    ${EndIf}

    SetOutPath "$INSTDIR"
    ClearErrors
    File /r "${IMAGE}/*.*"
    ${If} ${Errors}
        SetErrorLevel 2
        Quit
    ${EndIf}
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\Byway.lnk" "$INSTDIR\Byway.exe"
    WriteRegStr HKCU "Software\Byway" "InstallDir" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Byway"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\Byway.exe"
    WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Byway"
    WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

; The person's list and settings lie in %APPDATA%\Byway and stay.
Section "Uninstall"
    !include "${REMOVED}"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\Byway.lnk"
    DeleteRegKey HKCU "${UNINSTALL}"
    DeleteRegKey HKCU "Software\Byway"
SectionEnd
